import { defineConfig } from 'vitest/config';

/** Tests of what is stored: they run on a real PostgreSQL as well. */
const STORED = [
  'tests/store/**/*.test.ts',
  'tests/cases/{life,reckon}.test.ts',
  'tests/delivery/**/*.test.ts',
  'tests/desk/**/*.test.ts',
];

/** Tests that build pages, hold browsers, start processes or read PDF with a second library: each file has a process of its own. */
const APART = ['adapters', 'bench', 'chaos', 'cli', 'contract', 'desk/console', 'documents', 'open'].map(
  (room) => `tests/${room}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // Much of a test's time is spent waiting for disks, browsers and servers: one file to a processor, none kept free.
    maxWorkers: '100%',
    // A full dose takes as long as it takes.
    testTimeout: process.env.DESK_TEST_DOSE ? 3_600_000 : 30_000,
    hookTimeout: 60_000,
    projects: [
      // Half of the time would go to loading the same code for each file anew: a test leaves nothing behind.
      {
        extends: true,
        test: {
          name: 'desk',
          include: ['tests/**/*.test.ts'],
          exclude: APART,
          isolate: false,
          setupFiles: ['tests/leave-nothing.ts'],
        },
      },
      { extends: true, test: { name: 'desk-apart', include: APART } },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: STORED,
          // What these ask is answered before anything is stored, or is asked of the page.
          exclude: ['tests/desk/api/{matrix,gate,single-sign-on,report-import}.test.ts', 'tests/desk/console/**'],
          env: { DESK_TEST_ENGINE: 'postgres' },
          isolate: false,
          setupFiles: ['tests/leave-nothing.ts', 'tests/store/need-postgres.ts'],
        },
      },
    ],
  },
});
