import {
  asTexts,
  DEFAULT_MESH_SETTINGS,
  gatewaysOf,
  MESH_GATEWAY,
  schemaOf,
  type MeshView,
  type Resource,
} from '../../../istio/index.ts';
import { RULE_SECTIONS } from '../../../routing/index.ts';
import { listOf } from '../../explain/sentence.ts';
import { sayFields, sentence, type ChangeSentence, type Place } from './say-fields.ts';
import { sayRules } from './say-rules.ts';

const BY_DEFAULT: Pick<MeshView, 'settings'> = { settings: DEFAULT_MESH_SETTINGS };

/**
 * What is otherwise in a resource than it was, in plain sentences: what requests come to know of it in traffic's words, the
 * rest field by field. Nothing where both hold the same data, whatever their text. `status` is the cluster's, and not told.
 */
export function sayChange(
  before: Resource,
  after: Resource,
  view: Pick<MeshView, 'settings'> = BY_DEFAULT,
): readonly ChangeSentence[] {
  const whole: Place = { path: [], was: [], field: schemaOf(after.type), who: '', within: [] };
  const { type } = after;
  const ruled = type === 'VirtualService' && before.type === type;
  return sayFields(whole, before.value, after.value, (place, old, fresh) => {
    const [first, key] = place.path;
    if (first === 'status') return [];
    if (place.path.length !== 2 || first !== 'spec') return undefined;
    const section = ruled && RULE_SECTIONS.find((section) => section === key);
    if (section) {
      const told = sayRules(section, { view, writer: before }, { view, writer: after });
      return told.length ? told : undefined;
    }
    if (type === 'VirtualService' && key === 'gateways') return sayGateways(place, before, after, view);
    const verb = HOST_VERBS[`${type} ${String(key)}`];
    return verb ? sayHosts(place, verb, texts(old), texts(fresh)) : undefined;
  });
}

/** What naming a host means for each kind. */
const HOST_VERBS: Readonly<Record<string, readonly [now: string, no: string]>> = {
  'VirtualService hosts': ['is for requests to', 'is no longer for requests to'],
  'DestinationRule host': ['is for what is sent to', 'is no longer for what is sent to'],
  'ServiceEntry hosts': ['defines', 'no longer defines'],
};

const texts = (value: Parameters<typeof asTexts>[0]): readonly string[] =>
  typeof value === 'string' ? [value] : asTexts(value);

function sayHosts(
  place: Place,
  [now, no]: readonly [string, string],
  before: readonly string[],
  after: readonly string[],
): readonly ChangeSentence[] | undefined {
  const come = after.filter((host) => !before.includes(host));
  const gone = before.filter((host) => !after.includes(host));
  if (!come.length && !gone.length) return undefined;
  if (!gone.length) return [sentence(place, `${now} ${listOf(come)} too`)];
  if (!come.length) return [sentence(place, `${no} ${listOf(gone)}`)];
  return [sentence(place, `${now} ${listOf(come)} instead of ${listOf(gone)}`)];
}

function sayGateways(
  place: Place,
  before: Resource,
  after: Resource,
  view: Pick<MeshView, 'settings'>,
): readonly ChangeSentence[] | undefined {
  const words = (resource: Resource): readonly string[] =>
    gatewaysOf(resource, view.settings).map((gateway) =>
      gateway === MESH_GATEWAY ? 'from apps in the mesh' : `through the gateway ${gateway}`,
    );
  const [old, fresh] = [words(before), words(after)];
  const come = fresh.filter((way) => !old.includes(way));
  const gone = old.filter((way) => !fresh.includes(way));
  if (!come.length && !gone.length) return undefined;
  const parts = [
    ...(come.length ? [`counts for requests ${listOf(come)}`] : []),
    ...(gone.length ? [`${come.length ? '' : 'counts '}no longer for those ${listOf(gone)}`] : []),
  ];
  return [sentence(place, parts.join(', '))];
}
