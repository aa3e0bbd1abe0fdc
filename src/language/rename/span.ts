import { hostMention, serviceLabel, serviceNamespace, type Mesh, type Resource } from '../../istio/index.ts';
import type { TextRange } from '../../text/index.ts';
import { samePath, type Path } from '../../yaml/index.ts';
import { namesIn } from '../expectations.ts';
import { hostInUrl, type Meaning } from '../meaning/index.ts';

/**
 * The part of a text that is the name itself: `front` in `doors/front`, `till` in `till.books.svc.cluster.local`. Undefined
 * where the text does not hold the name as it is.
 */
export function nameWithin(
  mesh: Mesh,
  resource: Resource,
  path: Path,
  text: string,
  meaning: Meaning,
): TextRange | undefined {
  if (meaning.kind === 'host') return hostWithin(mesh, resource, path, text, meaning.host);
  const name = meaning.kind === 'subset' ? meaning.subset : meaning.kind === 'resource' ? meaning.name : text;
  const from = meaning.kind === 'resource' ? text.lastIndexOf('/') + 1 : 0;
  return text.startsWith(name, from) ? { from, to: from + name.length } : undefined;
}

function hostWithin(
  mesh: Mesh,
  resource: Resource,
  path: Path,
  text: string,
  host: string,
): TextRange | undefined {
  const naming = [...namesIn(resource)].find((each) => samePath(each.path, path));
  const mention = naming && hostMention(mesh, resource, naming);
  const inUrl = naming?.field.reference === 'url' ? hostInUrl(text) : undefined;
  const from = inUrl?.at ?? mention?.at ?? 0;
  const ofService = serviceNamespace(host, mesh.settings.clusterDomain) !== null;
  const name = ofService ? serviceLabel(host) : host;
  return text.startsWith(name, from) ? { from, to: from + name.length } : undefined;
}
