import type { Reporter, TestModule } from 'vitest/node';

/**
 * Prints `tests: N passed, N failed, N skipped` as the last line of a run. A file that fails to load, or a hook that
 * fails, counts as a failed test.
 */
export class SummaryLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      const suites = [module, ...module.children.allSuites()];
      counts.failed += suites.filter((suite) => suite.errors().length > 0).length;
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
    }
    const { passed, failed, skipped, pending } = counts;
    const line = `tests: ${passed} passed, ${failed} failed, ${skipped + pending} skipped\n`;
    // Waits for the exit, since the default reporter prints its own summary at the end of the run.
    process.on('exit', () => process.stdout.write(line));
  }
}
