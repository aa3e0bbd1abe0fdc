import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { askFirst } from './scripts/build/ask-first.ts';
import { leanCanvas } from './scripts/build/lean-canvas.ts';
import { offline } from './scripts/build/offline.ts';

/**
 * No network but our own origin, no eval, no inline script. Monaco writes its token colours into style elements, and
 * React Flow places nodes by style attributes: both need 'unsafe-inline' for styles, which cannot run code.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  // The preview of what the page looks like inside of another.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Only in the build: the development server needs inline scripts and a socket. */
function withContentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

interface LicenceEntry {
  readonly name: string;
  readonly version: string;
  readonly identifier: string | null;
  readonly text: string | null;
}

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const manifestOf = (name: string) =>
  JSON.parse(read(`node_modules/${name}/package.json`)) as { version: string; license: string };

/** What is in the build and no module of it tells: words that became our field schema, and what Monaco has taken in. */
function furtherLicences(): readonly LicenceEntry[] {
  const [models, monaco] = ['@kubernetes-models/istio', 'monaco-editor'];
  const { version, license } = manifestOf(models);
  return [
    { name: models, version, identifier: license, text: read(`node_modules/${models}/LICENSE`).trim() },
    {
      name: 'Istio API: names and descriptions of fields',
      version: '1.29.2',
      identifier: 'Apache-2.0',
      text: `Copyright Istio Authors\n\n${read('LICENSE').trim()}`,
    },
    {
      name: `${monaco}: what it contains`,
      version: manifestOf(monaco).version,
      identifier: null,
      text: read(`node_modules/${monaco}/ThirdPartyNotices.txt`).trim(),
    },
  ];
}

const packageOf = (id: string): string | undefined =>
  /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];

/** Completes the list of licences that the build writes and the app shows; the build fails where one is missing. */
function withAllLicences(): Plugin {
  return {
    name: 'all-licences',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const list = bundle[LICENCES];
        if (list?.type !== 'asset') this.error(`${LICENCES} was not written, and the app shows it`);
        const found = JSON.parse(String(list.source)) as LicenceEntry[];
        const licences = [...found, ...furtherLicences()].sort((a, b) => (a.name < b.name ? -1 : 1));
        const told = new Set(licences.filter(({ text }) => text).map(({ name }) => name));
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          for (const id of chunk.moduleIds) {
            const name = packageOf(id);
            if (name !== undefined && !told.has(name))
              this.error(`${name} is in the build without its licence`);
          }
        }
        list.source = JSON.stringify(licences);
      },
    },
  };
}

/** Which packages are in the build, with their licences; the app shows it under About. */
const LICENCES = 'licences.json';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The programs in workers, by the module that starts each. */
const WORKERS = ['parser', 'goal', 'traffic', 'load'];

/**
 * The workers become entries of the page's own build. Vite would bundle each by itself, with one more copy of the engine
 * that the page has fetched already; so all share their chunks.
 */
function withWorkersFromSharedChunks(): Plugin {
  return {
    name: 'workers-from-shared-chunks',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { code: /\.worker\.ts'/ },
      handler(code) {
        return code.replace(
          /new URL\('\.\/(\w+)\.worker\.ts', import\.meta\.url\)/g,
          (whole, name: string) => {
            if (!WORKERS.includes(name)) return whole;
            const id = `src/browser/${name}.worker.ts`;
            return `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'chunk', id, name: `${name}.worker` })}`;
          },
        );
      },
    },
    generateBundle(_, bundle) {
      const names = Object.values(bundle).map((file) => (file.type === 'chunk' ? file.name : ''));
      const lost = WORKERS.find((name) => !names.includes(`${name}.worker`));
      if (lost) this.error(`The worker ${lost} is not started in the way that this plugin looks for`);
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.name.endsWith('.worker')) continue;
        const page = reachedFrom(chunk.fileName, bundle).find((file) => /\bindex-|monaco/.test(file));
        if (page) this.error(`${chunk.fileName} would run the page's program: it reaches ${page}`);
      }
    },
  };
}

/** The files that one of the build loads sooner or later. */
function reachedFrom(file: string, bundle: Rolldown.OutputBundle): string[] {
  const reached = new Set([file]);
  for (const name of reached) {
    const chunk = bundle[name];
    if (chunk?.type === 'chunk')
      [...chunk.imports, ...chunk.dynamicImports].forEach((next) => reached.add(next));
  }
  return [...reached];
}

/** Vite loads what a lazy chunk needs ahead by links in the document. A worker has none: there it just imports. */
function withImportsInWorkers(): Plugin {
  return {
    name: 'imports-in-workers',
    apply: 'build',
    transform: {
      filter: { id: /vite\/preload-helper/ },
      handler(code) {
        const guarded = code.replace('deps.length > 0', "deps.length > 0 && typeof document !== 'undefined'");
        if (guarded === code) this.error('Vite loads lazy chunks in another way than this plugin knows');
        return { code: guarded, map: null };
      },
    },
  };
}

const ROOMS_OF_THE_ENGINE =
  'istio|routing|operations|checks|topology|traffic|language|exchange|lessons|session';

/**
 * Whatever the first screen needs in few files: dozens of small ones, one for each set of lazy chunks that share them,
 * pack worse and are found later. The reader of YAML stands by itself, and so does the engine, because workers fetch them too.
 */
const chunkGroups = [
  {
    name: 'yaml',
    tags: ['$initial' as const],
    test: /rolldown\/runtime|vite\/preload-helper|\/node_modules\/yaml\/|\/src\/(?:text|yaml)\//,
    priority: 3,
  },
  {
    name: 'engine',
    tags: ['$initial' as const],
    test: new RegExp(`/src/(?:${ROOMS_OF_THE_ENGINE})/`),
    priority: 2,
  },
  {
    name: 'index',
    tags: ['$initial' as const],
    test: (id: string) => !/\/src\/browser\/(?:\w+\.worker|late-desk)\.ts$/.test(id),
    priority: 1,
  },
];

/** Monaco's chunk is named for what it is, so that its size can be told from the rest. */
function nameOf({ name, moduleIds }: { name: string; moduleIds: readonly string[] }): string {
  const isMonaco = moduleIds.some((id) => id.includes('/monaco-editor/'));
  return `assets/${isMonaco ? 'monaco' : name}-[hash].js`;
}

export default defineConfig({
  // Relative addresses, so that the build runs from any folder of any static host.
  base: './',
  plugins: [
    react(),
    leanCanvas(),
    withWorkersFromSharedChunks(),
    withImportsInWorkers(),
    withContentSecurityPolicy(),
    askFirst(),
    withAllLicences(),
    offline(),
  ],
  define: { __APP_VERSION__: JSON.stringify(version) },
  worker: { format: 'es' },
  resolve: {
    alias: [
      // It stands in for what React has itself since 18.
      { find: /^use-sync-external-store\/shim$/, replacement: 'react' },
    ],
  },
  build: {
    rolldownOptions: {
      // So that components of a library that nobody uses are left out; making one has no effect, nor has reading a property.
      treeshake: { manualPureFunctions: ['memo', 'forwardRef'], propertyReadSideEffects: false },
      output: { chunkFileNames: nameOf, codeSplitting: { groups: chunkGroups } },
    },
    outDir: 'dist/app',
    target: ['chrome131', 'firefox132', 'safari18'],
    license: { fileName: LICENCES },
    chunkSizeWarningLimit: 4000,
    modulePreload: { polyfill: false },
  },
  // As hosts should: a frame that is closed off is of no origin, so that its scripts come from elsewhere.
  preview: { cors: true, port: 4173 },
});
