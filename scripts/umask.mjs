/**
 * Keeps other users from writing to what is made from now on, whatever the umask is, since it will run as this user.
 * @returns the umask before
 */
export function closeUmask() {
  const before = process.umask(0o077);
  process.umask((before & 0o077) | 0o022);
  return before;
}
