import { chmod } from 'node:fs/promises';
import { defineConfig } from 'vite';

// The library and the command line: one engine for Node and for bundlers, `yaml` left to the package manager.
export default defineConfig({
  publicDir: false,
  build: {
    target: 'node20.19',
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    lib: {
      entry: { 'lib/index': 'src/index.ts', 'cli/meshwright': 'src/cli/main.ts' },
      formats: ['es'],
    },
    rolldownOptions: {
      external: ['yaml', 're2js', 'tinyglobby', /^node:/],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: (chunk) => (chunk.name === 'src' ? 'lib/engine.js' : 'lib/[name].js'),
      },
    },
  },
  plugins: [
    {
      name: 'executable-command',
      writeBundle: () => chmod('dist/cli/meshwright.js', 0o755),
    },
  ],
});
