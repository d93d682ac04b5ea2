/** What is used of a package that brings no types. */
declare module 'fs-native-extensions' {
  /** Whether an exclusive lock on the whole open file was granted; the kernel holds it until the file is closed. */
  export function tryLock(file: number): boolean;
}
