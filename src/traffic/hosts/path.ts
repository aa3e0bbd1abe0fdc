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

/**
 * Without `.` and `..`, and with slashes that lean forward; what lies between two slashes may be empty. Letters, digits and
 * `-_~` need no escaping and lose it, other escapes stay as they are written; what needs escaping gets it. That is how the
 * library does it that Envoy has for this, with the table of 2022:
 * https://source.chromium.org/chromium/chromium/src/+/main:url/url_canon_path.cc
 */
function dotless(path: string): string {
  const segments: string[] = [];
  const parts = path.replaceAll('\\', '/').split('/').slice(1);
  parts.forEach((part, index) => {
    const last = index === parts.length - 1;
    const name = escaped(part);
    if (name === '..') segments.pop();
    if (name === '.' || name === '..') {
      if (last) segments.push('');
    } else segments.push(name);
  });
  return `/${segments.join('/')}`;
}

const PLAIN = /%(?:2d|2e|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/gi;
const UNSAFE = /[^!$%&'()*+,\-./0-9:;=@A-Z[\]_a-z~]/gu;

/** A segment with only those escapes that it needs. */
const escaped = (segment: string): string =>
  segment
    .replace(PLAIN, (code) => String.fromCodePoint(Number.parseInt(code.slice(1), 16)))
    .replace(UNSAFE, (letter) => encodeURIComponent(letter));
