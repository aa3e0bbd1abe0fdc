import { asText, valueAt, type MeshSettings } from '../../istio/index.ts';

/** A request path in its two parts. */
export interface RequestPath {
  readonly path: string;
  /** Without the question mark; empty for none. */
  readonly query: string;
}

/**
 * The path as Envoy tidies it up before routes see it. https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ProxyPathNormalization
 */
export function normalisedPath(written: string, settings: MeshSettings): RequestPath {
  const mark = written.indexOf('?');
  const [raw, query] = mark < 0 ? [written, ''] : [written.slice(0, mark), written.slice(mark + 1)];
  switch (asText(valueAt(settings.meshConfig, ['pathNormalization', 'normalization'])) ?? 'DEFAULT') {
    case 'NONE':
      return { path: raw, query };
    case 'MERGE_SLASHES':
      return { path: merged(dotless(raw)), query };
    case 'DECODE_AND_MERGE_SLASHES':
      return { path: merged(dotless(raw.replaceAll(/%2f|%5c/gi, '/'))), query };
    default:
      return { path: dotless(raw), query };
  }
}

const merged = (path: string): string => path.replaceAll(/\/{2,}/g, '/');

/** Without `.` and `..`, and with slashes that lean forward; what lies between two slashes may be empty. */
function dotless(path: string): string {
  const segments: string[] = [];
  const parts = path.replaceAll('\\', '/').split('/').slice(1);
  parts.forEach((part, index) => {
    const last = index === parts.length - 1;
    if (part === '..') segments.pop();
    if (part === '.' || part === '..') {
      if (last) segments.push('');
    } else segments.push(part);
  });
  return `/${segments.join('/')}`;
}
