// The library's declarations: `node scripts/build-types.mjs` writes dist/types with what the main entry reaches, and no more.
// The compiler leaves `.ts` at the end of imports, which a consumer's compiler may refuse; here they become `.js`.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const types = path.join(root, 'dist/types');
const compiler = path.join(root, 'node_modules/typescript/bin/tsc');

rmSync(types, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, '-p', path.join(root, 'tsconfig.types.json')], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

const reached = new Set();
const queue = [path.join(types, 'index.d.ts')];
for (let file = queue.pop(); file; file = queue.pop()) {
  if (reached.has(file)) continue;
  reached.add(file);
  const text = readFileSync(file, 'utf8').replaceAll(
    /(from |import\()(["'])(\.[^"']*)\.ts\2/g,
    (_, how, quote, to) => {
      queue.push(path.resolve(path.dirname(file), `${to}.d.ts`));
      return `${how}${quote}${to}.js${quote}`;
    },
  );
  writeFileSync(file, text);
}
for (const entry of readdirSync(types, { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath, entry.name);
  if (entry.isFile() && !reached.has(file)) rmSync(file);
}
