// Builds the field schema of the Istio kinds (`src/istio/schema/generated/`) from the dependency and our overlay.
// Runs before `vite`, `vitest` and `tsc`; does nothing when its inputs are as they were.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { dependencyFiles, readDependency } from './schema/dependency.mjs';
import { applyOverlay, readOverlay, readOwn } from './schema/overlay.mjs';
import { pack } from './schema/pack.mjs';

const root = path.resolve(import.meta.dirname, '..');
const overlayFolder = path.join(root, 'src/istio/schema/overlay');
const settings = path.join(root, 'src/istio/schema/settings.yaml');
const expectations = path.join(root, 'src/istio/schema/expectations.yaml');
const scenarios = path.join(root, 'src/istio/schema/scenarios.yaml');
const target = path.join(root, 'src/istio/schema/generated');
const stamp = path.join(target, 'stamp');

const hash = hashOf([
  import.meta.filename,
  ...filesIn('scripts/schema'),
  ...filesIn('src/istio/schema/overlay'),
  settings,
  expectations,
  scenarios,
  ...dependencyFiles(),
]);
const upToDate = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
if (!upToDate) build();

function build() {
  const trees = readDependency();
  applyOverlay(trees, readOverlay(overlayFolder));
  // No kind of object has a name like a file's.
  trees['meshwright.config.yaml'] = readOwn(settings);
  const { structure, summaries, descriptions } = pack(trees);
  mkdirSync(target, { recursive: true });
  write('structure', 'PackedSchema', structure);
  write('summaries', 'PackedSummaries', summaries);
  write('descriptions', undefined, descriptions);
  const own = pack({ '*.expect.yaml': readOwn(expectations), '*.load.yaml': readOwn(scenarios) });
  writeOwnFiles(own);
  writeFileSync(stamp, hash);
}

function write(name, type, value) {
  writeAll(name, { [name]: { type: type ?? 'readonly string[]', value } });
}

/** Apart from the rest: only the language service needs the fields of files of our own, and it is fetched when it is needed. */
function writeOwnFiles({ structure, summaries }) {
  writeAll('own-files', {
    structure: { type: 'PackedSchema', value: structure },
    summaries: { type: 'PackedSummaries', value: summaries },
  });
}

/** As text for `JSON.parse`, which engines read faster than a literal, and which no type checker has to follow. */
function writeAll(file, parts) {
  const types = Object.values(parts).flatMap(({ type }) => (type.startsWith('Packed') ? [type] : []));
  const head = types.length ? `import type { ${types.join(', ')} } from '../packed.ts';\n\n` : '';
  const body = Object.entries(parts).map(([name, { type, value }]) => {
    const json = JSON.stringify(value);
    const text = JSON.stringify(json).slice(1, -1).replaceAll("'", "\\'").replaceAll('\\"', '"');
    console.log(
      `schema: ${file} ${name} ${(json.length / 1024).toFixed(1)} KB, ${(gzipSync(json).length / 1024).toFixed(1)} KB gzip`,
    );
    return `export const ${name} = JSON.parse('${text}') as ${type};\n`;
  });
  writeFileSync(
    path.join(target, `${file}.ts`),
    `// Written by scripts/build-schema.mjs.\n${head}${body.join('')}`,
  );
}

function filesIn(folder) {
  return readdirSync(path.join(root, folder))
    .sort()
    .map((name) => path.join(root, folder, name));
}

function hashOf(files) {
  const sum = createHash('sha256');
  for (const file of files)
    sum.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return sum.digest('hex');
}
