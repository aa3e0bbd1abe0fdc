import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    // Ends what hangs, and measures nothing: properties are tried a number of times, however slow the machine is.
    testTimeout: 240_000,
  },
});
