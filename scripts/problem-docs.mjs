// Writes a page for each problem code into docs/problems/, from src/checks/codes and src/checks/examples; with --check, only says whether they are as they should be.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const folder = path.resolve('docs/problems');
const { CODES, usualEffect, exampleOf, fixesOf, loadRegexes } = await codes();
await loadRegexes();

const EFFECTS = {
  rejected: 'Rejected: the cluster, or kubectl before it, refuses the resource. Nothing of it counts.',
  misbehaves:
    'Misbehaves: the cluster takes it without a word, and traffic does something else than the files seem to say.',
  note: 'A note: nothing fails by it. It is worth knowing, or can be written better.',
};

const pages = new Map(Object.entries(CODES).map(([code, info]) => [`${code}.md`, pageOf(code, info)]));
pages.set('README.md', index());

if (process.argv.includes('--check')) {
  const there = await readdir(folder).catch(() => []);
  const wrong = [...new Set([...there, ...pages.keys()])].map(async (name) => {
    const text = await readFile(path.join(folder, name), 'utf8').catch(() => undefined);
    return text === pages.get(name) ? [] : [name];
  });
  const names = (await Promise.all(wrong)).flat();
  if (names.length > 0) {
    console.error(
      `docs/problems is not what src/checks/codes says: ${names.join(', ')}. Run "npm run docs".`,
    );
    process.exit(1);
  }
} else {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all([...pages].map(([name, text]) => writeFile(path.join(folder, name), text)));
}

/** The rooms as the build has them: they are TypeScript, which Node does not read by itself. Built beside their dependencies. */
async function codes() {
  const [entry, module] = ['virtual:codes', '\0codes'];
  const source = ['checks', 'istio'].map((room) => `export * from '/src/${room}/index.ts';`).join('\n');
  const outDir = path.resolve('node_modules/.cache/problem-docs');
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'codes',
        resolveId: (id) => (id === entry ? module : undefined),
        load: (id) => (id === module ? source : undefined),
      },
    ],
    build: {
      outDir,
      emptyOutDir: true,
      ssr: true,
      rollupOptions: { input: entry, output: { entryFileNames: 'codes.mjs' } },
    },
  });
  return import(pathToFileURL(path.join(outDir, 'codes.mjs')).href);
}

function pageOf(code, { title, means, severity, aliases }) {
  const named = (tool) => aliases.filter((alias) => alias.startsWith(tool));
  const others = [
    ['istioctl analyze', named('IST')],
    ['Kiali', named('KIA')],
  ].filter(([, known]) => known.length > 0);
  const names = others.map(([tool, known]) => `- ${tool}: ${known.join(', ')}`);
  return `${[
    `# ${code}: ${title}`,
    means,
    EFFECTS[usualEffect(code)],
    `Severity: ${severity}.`,
    ...exampleWords(code),
    ...(names.length > 0 ? ['## Other names', names.join('\n')] : []),
    '## Not to be told of it',
    `On one resource, by the annotation \`meshwright.io/suppress: ${code}\`${theirs(named)}; everywhere, by \`suppress: [${code}]\` in \`meshwright.config.yaml\`; on the command line by \`--ignore ${code}\`.`,
    '[All problems](README.md)',
  ].join('\n\n')}\n`;
}

/** The example as one difference: what is wrong, and the same mended; then what the fixes are called. */
function exampleWords(code) {
  const example = exampleOf(code);
  if (!example) return [];
  const files = example.map(({ name, lines }) => {
    const text = lines.map(({ sign, text }) => `${sign}${text}`.trimEnd()).join('\n');
    return `${example.length > 1 ? `\`${name}\`:\n\n` : ''}\`\`\`diff\n${text}\n\`\`\``;
  });
  const fixes = fixesOf(code, example).map((title) => `- ${title}`);
  const offered = fixes.length > 0 ? ['Meshwright offers to mend it:', fixes.join('\n')] : [];
  return ['## Example, and how to mend it', ...files, ...offered];
}

/** The annotations of other tools, which count here too. */
function theirs(named) {
  const annotations = [
    ['galley.istio.io/analyze-suppress', named('IST')],
    ['kiali.io/ignore-validations', named('KIA')],
  ].filter(([, codes]) => codes.length > 0);
  return annotations.map(([name, codes]) => `, or \`${name}: ${codes.join(',')}\``).join('');
}

function index() {
  const codes = Object.entries(CODES).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = codes.map(([code, { title, severity, aliases }]) => {
    const effect = usualEffect(code) === 'rejected' ? 'rejected' : severity;
    return `| [${code}](${code}.md) | ${title} | ${effect} | ${aliases.join(', ')} |`;
  });
  const head =
    'Every problem that Meshwright tells of; what the cluster refuses is "rejected". These pages are written by `npm run docs`.';
  return `# Problems\n\n${head}\n\n| code | problem | severity | other names |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}
