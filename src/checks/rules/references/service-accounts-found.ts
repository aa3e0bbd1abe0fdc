import { asText, asTexts, key, member, type MeshView } from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { all, at, text, texts, type Spot } from '../../spot.ts';
import { closest, quote } from '../../words.ts';

/** Every namespace has one of this name. */
const ALWAYS = 'default';

const isThere = (view: MeshView, namespace: string, name: string): boolean =>
  name === ALWAYS || view.find(key.name('ServiceAccount', namespace, name)).length > 0;

const near = (view: MeshView, namespace: string, name: string): string | undefined =>
  closest(
    name,
    view.find(key.kindIn('ServiceAccount', namespace)).map((account) => account.name),
  );

/** The identity that workloads of a WorkloadGroup are to have. */
export const groupServiceAccount: LinkedRule = ({ spec, view, namespace, given }) => {
  const spot = at(spec, 'template', 'serviceAccount');
  const name = text(spot);
  if (!name || !given.serviceAccounts || isThere(view, namespace, name)) return [];
  const meant = near(view, namespace, name);
  const what = `There is no ServiceAccount ${quote(name)} in namespace ${namespace}, so workloads of this group could not get its identity.`;
  return [say('MW2054', spot, what, { mends: meant === undefined ? [] : [setting(spot.path, meant)] })];
};

/** The callers that an AuthorizationPolicy knows by their identities. */
export const principalsFound: LinkedRule = (subject) =>
  [
    ...texts(all(subject.spec, 'rules[].from[].source.principals[]')),
    ...texts(all(subject.spec, 'rules[].from[].source.notPrincipals[]')),
  ].flatMap((spot) => principal(spot, subject));

function principal(spot: Spot<string>, { view, given }: Parameters<LinkedRule>[0]): readonly Finding[] {
  const [, domain = '', namespace = '', name = ''] =
    /^([^/*]+)\/ns\/([^/*]+)\/sa\/([^/*]+)$/.exec(spot.value) ?? [];
  if (!name) return [];
  const own = asText(member(view.settings.meshConfig, 'trustDomain')) || view.settings.clusterDomain;
  const trusted = [own, 'cluster.local', ...asTexts(member(view.settings.meshConfig, 'trustDomainAliases'))];
  if (!trusted.includes(domain)) {
    const what = `Callers of this mesh have identities that begin with ${own}/, so ${quote(spot.value)} fits none of them, unless the mesh trusts ${domain}.`;
    const path = `${own}/ns/${namespace}/sa/${name}`;
    return [say('MW2058', spot, what, { mends: [setting(spot.path, path)] })];
  }
  if (!given.serviceAccounts || isThere(view, namespace, name)) return [];
  const meant = near(view, namespace, name);
  const what = `There is no ServiceAccount ${quote(name)} in namespace ${namespace}, so no caller has this identity.`;
  const mends = meant === undefined ? [] : [setting(spot.path, `${domain}/ns/${namespace}/sa/${meant}`)];
  return [say('MW2057', spot, what, { mends })];
}
