import { asText, member, type Regexes } from '../../istio/index.ts';
import type { HttpMatch } from '../../routing/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { RequestPath } from '../hosts/path.ts';

/**
 * The path after a `rewrite`. `uri` stands in place of what the match took: the prefix, or else all of the path; without a
 * match of the path, of its first slash. `uriRegexRewrite` replaces wherever it fits.
 */
export function rewrittenPath(
  { path, query }: RequestPath,
  rewrite: YamlValue | undefined,
  { uri }: HttpMatch,
  regexes: Regexes | undefined,
): string {
  const by = asText(member(rewrite, 'uri'));
  const regex = member(rewrite, 'uriRegexRewrite');
  const end = query && `?${query}`;
  if (by) {
    const cut = uri === null || uri.kind === 'any' ? '/' : uri.kind === 'prefix' ? uri.text : path;
    return by + path.slice(cut.length) + end;
  }
  const reading = regexes?.(asText(member(regex, 'match')) ?? '');
  if (!regex || reading?.fault !== null) return path + end;
  // What comes out empty is not sent: then the path stays.
  return (reading.replaceAll(path, asText(member(regex, 'rewrite')) ?? '') || path) + end;
}
