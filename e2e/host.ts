import {
  cpSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
};

/** A static host like any other, with the build in a folder; it can be cut off, and given a new version. */
export class StaticHost {
  private server: Server | undefined;
  private constructor(
    /** Where the page is. */
    readonly folder: string,
    private readonly files: string,
    private port: number,
  ) {}

  static async start(folder = '/'): Promise<StaticHost> {
    const files = mkdtempSync(join(tmpdir(), 'meshwright-'));
    cpSync('dist/app', files, { recursive: true });
    const host = new StaticHost(folder, files, 0);
    await host.resume();
    return host;
  }

  address(name = 'localhost'): string {
    return `http://${name}:${this.port}${this.folder}`;
  }

  async resume(): Promise<void> {
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://host').pathname;
      const file = join(this.files, normalize(path.slice(this.folder.length) || 'index.html'));
      if (!path.startsWith(this.folder) || !existsSync(file) || !extname(file)) {
        response.writeHead(404).end();
        return;
      }
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
      createReadStream(file).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(this.port, resolve));
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  /** Nobody answers any more. */
  async cut(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  put(name: string, text: string): void {
    writeFileSync(join(this.files, name), text);
  }

  /** The next version: a page that says so, and a service worker that lists it. */
  deploy(version: string): void {
    const page = readFileSync(join(this.files, 'index.html'), 'utf8');
    this.put('index.html', page.replace('<html lang="en"', `<html lang="en" data-version="${version}"`));
    const worker = readFileSync(join(this.files, 'sw.js'), 'utf8');
    const listed = worker.replace(
      /"revision":"[^"]+","url":"index\.html"/,
      `"revision":"${version}","url":"index.html"`,
    );
    if (listed === worker) throw new Error('sw.js lists no index.html');
    this.put('sw.js', listed);
  }

  async end(): Promise<void> {
    await this.cut();
    rmSync(this.files, { recursive: true });
  }
}
