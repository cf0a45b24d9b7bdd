// Loaded before a program that is measured: on leaving it tells its peak memory in kilobytes.
process.on('exit', () => {
  process.stderr.write(`\nmemory ${process.resourceUsage().maxRSS}\n`);
});
