/** Caches as a browser has them, as far as the service worker uses them. */
export class FakeCaches {
  readonly all = new Map<string, Map<string, Response>>();

  readonly open = async (name: string) => {
    const entries = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, entries);
    return {
      match: async (address: string) => entries.get(address)?.clone(),
      put: async (address: string, response: Response) => void entries.set(address, response),
      delete: async (request: string | Request) =>
        entries.delete(typeof request === 'string' ? request : request.url),
      keys: async () => [...entries.keys()].map((url) => new Request(url)),
    };
  };
  readonly keys = async () => [...this.all.keys()];
  readonly delete = async (name: string) => this.all.delete(name);

  /** What is asked for of a browser. */
  get storage(): CacheStorage {
    return this as unknown as CacheStorage;
  }

  addresses(name: string): string[] {
    return [...(this.all.get(name)?.keys() ?? [])].sort();
  }
}

/** A host with these files; whatever it lacks it answers with 404. Counts what was asked of it. */
export function hostOf(files: Readonly<Record<string, string | (() => Response | Promise<Response>)>>) {
  const asked: string[] = [];
  const get = (async (request: string | Request) => {
    const url = typeof request === 'string' ? request : request.url;
    asked.push(url);
    const file = files[url];
    if (typeof file === 'function') return file();
    if (file === undefined) return new Response('none', { status: 404 });
    const type = url.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/javascript';
    return new Response(file, { headers: { 'content-type': type } });
  }) as typeof fetch;
  return { get, asked };
}
