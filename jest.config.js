/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // On a machine of two cores, the default leaves one of them idle.
  maxWorkers: '100%',
  // Modules of finished suites stay in a worker's memory.
  workerIdleMemoryLimit: '700MB',
  roots: ['<rootDir>/spec'],
  testMatch: ['**/*.spec.ts'],
  moduleNameMapper: {
    '^deltafold$': '<rootDir>/lib/index.ts',
    '^deltafold/core$': '<rootDir>/lib/core.ts',
    '^deltafold/providers$': '<rootDir>/lib/providers/providerNamed.ts',
    '^deltafold/encoding$': '<rootDir>/lib/encoding/index.ts',
    '^deltafold/wire$': '<rootDir>/lib/wire.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1'
  },
  transform: {
    '\\.ts$': [
      'ts-jest',
      {
        tsconfig: {
          target: 'es2022',
          module: 'commonjs',
          moduleResolution: 'bundler',
          isolatedModules: true
        }
      }
    ]
  },
  collectCoverageFrom: ['lib/**/*.ts', '!lib/cli/deltafold.ts'],
  coverageReporters: ['text-summary', 'json-summary'],
  coverageThreshold: { global: { lines: 99, branches: 96 } }
}
