import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

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

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export default defineConfig({
  // Relative addresses, so that the build runs from any folder of any static host.
  base: './',
  plugins: [react(), withContentSecurityPolicy()],
  define: { __APP_VERSION__: JSON.stringify(version) },
  worker: { format: 'es' },
  build: {
    outDir: 'dist/app',
    target: ['chrome131', 'firefox132', 'safari18'],
    // The packages in the build with their licences, which the app shows under About.
    license: { fileName: 'licences.json' },
    chunkSizeWarningLimit: 4000,
    modulePreload: { polyfill: false },
  },
  preview: { port: 4173 },
});
