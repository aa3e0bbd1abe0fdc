import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/**
 * What a first visit fetches for work without a network, in bytes before compression (which leaves about 2 MB to fetch).
 * Half of it is Monaco, which this page has with completion, hover, rename, references and the comparison of changes; the load lab and its
 * plots are a fiftieth.
 */
const MOST = 8 * 1024 * 1024;

interface Listed {
  readonly url: string;
  readonly size: number;
}

/** Tells how large the whole is, and fails where it has grown past what a class on one bad line can be asked to fetch. */
function weighed<T extends Listed>(entries: readonly T[]): { manifest: T[]; warnings: string[] } {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(2)} MB`;
  console.log(`offline: ${entries.length} files, ${megabytes(total)} of ${megabytes(MOST)} at most`);
  if (total > MOST) {
    const largest = [...entries].sort((a, b) => b.size - a.size).slice(0, 8);
    throw new Error(
      `What is kept for work without a network is too large: ${megabytes(total)}. The largest:\n` +
        largest.map(({ url, size }) => `${megabytes(size)}  ${url}`).join('\n'),
    );
  }
  return { manifest: [...entries], warnings: [] };
}

/** The manifest of the installable page, and the service worker with the list of all files of the build. */
export function offline(): Plugin[] {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/offline',
    filename: 'sw.ts',
    includeManifestIcons: false,
    // The page registers it when it has nothing else to do: src/browser/offline.ts.
    injectRegister: false,
    injectManifest: {
      rollupFormat: 'iife',
      globPatterns: ['**/*'],
      // Letters of scripts that few files have: without a network the system's own stand for them.
      globIgnores: [
        'sw.js',
        'manifest.webmanifest',
        'icons/**',
        // What somebody puts beside the page later has no place in the list of the build.
        'packs/**',
        'assets/*-{cyrillic,greek,vietnamese}*.woff2',
      ],
      // Vite puts a hash of the contents into their names.
      dontCacheBustURLsMatching: /^assets\//,
      maximumFileSizeToCacheInBytes: 8_000_000,
      manifestTransforms: [weighed],
    },
    manifest: {
      name: 'Meshwright',
      short_name: 'Meshwright',
      description:
        'A visual editor for Istio traffic configuration. Runs in this browser; nothing leaves it.',
      // All addresses are relative to the manifest, so that it serves any folder of any host. There is no `id`: it would be
      // taken from the root of the host, and two folders would be one app.
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#f4f6f9',
      theme_color: '#ffffff',
      categories: ['developer', 'education'],
      icons: [
        { src: 'meshwright.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icons/192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icons/512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
  });
}
