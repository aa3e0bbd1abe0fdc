// The import table of the house, from which `.oxlintrc.json` is written: `node scripts/room-rules.mjs`.
// A room may import the rooms listed for it and nothing else; between rooms only through `index.ts`.
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const above = {
  text: [],
  yaml: ['text'],
  istio: ['text', 'yaml'],
  routing: ['text', 'yaml', 'istio'],
  operations: ['text', 'yaml', 'istio', 'routing'],
  checks: ['text', 'yaml', 'istio', 'routing', 'operations', 'traffic'],
  topology: ['text', 'yaml', 'istio', 'routing'],
  traffic: ['text', 'yaml', 'istio', 'routing'],
  language: ['text', 'yaml', 'istio', 'routing', 'operations', 'checks'],
  exchange: ['text', 'yaml', 'istio', 'routing', 'operations', 'checks', 'topology', 'traffic'],
};
above.lessons = [...above.exchange, 'exchange'];
above.session = [...above.lessons, 'language', 'lessons'];
above.browser = [...above.session, 'session'];
above.app = [...above.browser, 'browser'];
above.cli = [...above.session, 'session'];
// The service worker: a program of its own, which knows files and nothing of what is in them.
above.offline = [];

// A file name that does not begin with `index.` (the lint's regexes have no look-ahead).
const notIndex = '([^i/]|i[^n/]|in[^d/]|ind[^e/]|inde[^x/]|index[^.])';

const rooms = Object.keys(above);
const dom = [
  'document',
  'window',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'navigator',
  'fetch',
  'alert',
];

const overrides = rooms.map((room) => {
  const banned = rooms.filter((other) => other !== room && !above[room].includes(other));
  const patterns = [];
  if (banned.length) {
    patterns.push({
      regex: `^(\\.\\./)+(${banned.join('|')})(/|$)`,
      message: `src/${room}/ may import only: ${above[room].join(', ') || 'nothing'} (see docs/map.md).`,
    });
  }
  if (above[room].length) {
    patterns.push({
      regex: `^(\\.\\./)+(${above[room].join('|')})/([^/]*/.*|${notIndex}[^/]*)$`,
      message: 'Import another room through its index.ts.',
    });
  }
  if (!['browser', 'app'].includes(room)) {
    patterns.push({
      regex: '^(react|react-dom|monaco-editor|@xyflow|@base-ui)',
      message: `src/${room}/ draws nothing.`,
    });
  }
  if (!['yaml'].includes(room)) {
    patterns.push({ regex: '^yaml$', message: 'Only src/yaml/ knows the YAML parser.' });
  }
  if (!['cli', 'app', 'browser'].includes(room)) {
    patterns.push({ regex: '^node:', message: `src/${room}/ runs in the browser and in Node alike.` });
  }
  const rules = { 'no-restricted-imports': ['error', { patterns }] };
  if (!['browser', 'app', 'cli', 'offline'].includes(room))
    rules['no-restricted-globals'] = ['error', ...dom];
  return { files: [`src/${room}/**/*.{ts,tsx}`], rules };
});

const tests = {
  files: ['src/**/*.test.{ts,tsx}', 'src/**/*.testkit.ts'],
  rules: { 'no-restricted-imports': 'off', 'no-restricted-globals': 'off' },
};

const config = {
  $schema: './node_modules/oxlint/configuration_schema.json',
  plugins: ['typescript', 'import', 'unicorn', 'react', 'jsx-a11y', 'oxc'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['dist', 'src/istio/schema/generated'],
  rules: {
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default': 'off',
    'import/no-named-as-default-member': 'off',
    'react/react-in-jsx-scope': 'off',
    // For the React compiler, which this build does not use.
    'react/refs': 'off',
    'react/immutability': 'off',
    'react/static-components': 'off',
    'react/incompatible-library': 'off',
    'typescript/no-floating-promises': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/no-unnecessary-boolean-literal-compare': 'off',
    'typescript/no-unnecessary-type-conversion': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'no-shadow': 'off',
    'no-control-regex': 'off',
    // TypeScript checks that every case of a union returns.
    'consistent-return': 'off',
    'typescript/consistent-return': 'off',
    'no-underscore-dangle': 'off',
    'no-eval': 'error',
    'no-console': 'error',
  },
  overrides: [
    ...overrides,
    tests,
    { files: ['scripts/**', 'bench/**', 'src/cli/**', 'e2e/**'], rules: { 'no-console': 'off' } },
  ],
};
const style = { ...(await resolveConfig('.oxlintrc.json')), filepath: '.oxlintrc.json' };
writeFileSync('.oxlintrc.json', await format(JSON.stringify(config, null, 2), style));
