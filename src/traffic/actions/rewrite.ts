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
  asks: HttpMatch,
  regexes: Regexes | undefined,
): string {
  const by = asText(member(rewrite, 'uri'));
  const regex = member(rewrite, 'uriRegexRewrite');
  const end = query && `?${query}`;
  if (by) {
    return by + path.slice(cutBy(asks, path)) + end;
  }
  const reading = regexes?.(asText(member(regex, 'match')) ?? '');
  if (!regex || reading?.fault !== null) return path + end;
  // What comes out empty is not sent: then the path stays.
  return (reading.replaceAll(path, asText(member(regex, 'rewrite')) ?? '') || path) + end;
}

/** How much of a path what replaces the prefix stands for: the prefix that was matched, or all of the path; without a match of the path, its first slash. */
export function cutBy({ uri }: HttpMatch, path: string): number {
  if (uri === null || uri.kind === 'any') return 1;
  return uri.kind === 'prefix' ? uri.text.length : path.length;
}
