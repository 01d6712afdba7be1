import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What is asserted of messages is asserted in English, whatever the developer's locale.
    env: { MOJING_LANG: 'en' },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
