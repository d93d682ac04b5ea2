import { defineConfig } from 'vitest/config';

// Slow suites (browser, Spark) have their own scripts; everything here runs on a clean checkout.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/helpers/build.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
