import {
  asList,
  asText,
  asTexts,
  hostMatches,
  isExpectationsFile,
  member,
  valueAt,
  type Mesh,
} from '../../../istio/index.ts';
import { rulesOf } from '../../../routing/index.ts';
import { rulesFor } from './external-host.ts';

/** Where the files show that apps begin TLS to a host themselves, in words: rules by its server name, and expectations. */
export function httpsCallers(mesh: Mesh, host: string): readonly string[] {
  const rules = rulesFor(mesh, host).flatMap((resource) =>
    rulesOf(resource)
      .filter(
        ({ section, value }) =>
          section === 'tls' &&
          asList(member(value, 'match')).some((match) =>
            asTexts(member(match, 'sniHosts')).some((name) => hostMatches(name, host)),
          ),
      )
      .map(({ index }) => `${resource.name} has a rule for its TLS connections (tls rule ${index + 1})`),
  );
  const expected = mesh.files
    .filter(({ path }) => isExpectationsFile(path))
    .flatMap(({ path, documents }) =>
      documents.flatMap(({ value }) =>
        asList(member(value, 'expectations'))
          .filter((item) => callsHttps(asText(valueAt(item, ['request', 'url'])), host))
          .map(
            (item) =>
              `the expectation "${asText(member(item, 'name')) ?? ''}" in ${path} calls it by https://`,
          ),
      ),
    );
  return [...rules, ...expected];
}

function callsHttps(url: string | undefined, host: string): boolean {
  const rest = url?.startsWith('https://') ? url.slice('https://'.length) : undefined;
  return rest !== undefined && rest.split(/[/:?#]/)[0]?.toLowerCase() === host;
}
