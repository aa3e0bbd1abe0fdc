import type { YamlMap, YamlValue } from '../yaml/index.ts';
import { asText, asTexts, valueAt } from './read.ts';
import { NEWEST_VERSION, TARGET_VERSIONS } from './schema/index.ts';
import { DEFAULT_MESH_SETTINGS, type GivenSettings } from './settings.ts';
import { versionFrom } from './settings-file.ts';

/** A setting of a workspace as a form offers it. */
export interface SettingField {
  /** Where it stands in the settings file. */
  readonly path: readonly string[];
  readonly title: string;
  /** One sentence: what follows it. */
  readonly sentence: string;
  /** `names` and `lines` are lists, written as one text: apart by commas, or one a line. */
  readonly kind: 'text' | 'choice' | 'names' | 'lines';
  /** For a choice, what may be chosen besides the default. */
  readonly options?: readonly { readonly value: string; readonly title: string }[];
  /** What counts where nothing is said. */
  readonly fallback: string;
  /** Whether its values are namespaces, a domain, or anything. */
  readonly form?: 'namespace' | 'domain' | 'visibility';
}

const onOff = [
  { value: 'true', title: 'Yes' },
  { value: 'false', title: 'No' },
];

/** One entry for each setting that the file may hold: a new one has to be given words. */
const own: Record<Exclude<keyof GivenSettings, 'meshConfig'>, Omit<SettingField, 'path'>> = {
  targetVersion: {
    title: 'Target Istio version',
    sentence: 'Forms, completion and problems follow it: fields that came later are not offered.',
    kind: 'choice',
    options: TARGET_VERSIONS.toReversed().map((value) => ({ value, title: `Istio ${value}` })),
    fallback: `the newest, ${NEWEST_VERSION}`,
  },
  defaultNamespace: {
    title: 'Default namespace',
    sentence: 'Where resources are that name no namespace: that of kubectl apply without -n.',
    kind: 'text',
    fallback: DEFAULT_MESH_SETTINGS.defaultNamespace,
    form: 'namespace',
  },
  rootNamespace: {
    title: 'Root namespace',
    sentence: 'Resources in it may count for the whole mesh.',
    kind: 'text',
    fallback: DEFAULT_MESH_SETTINGS.rootNamespace,
    form: 'namespace',
  },
  clusterDomain: {
    title: 'Cluster domain',
    sentence: 'The end of every Service’s full name.',
    kind: 'text',
    fallback: DEFAULT_MESH_SETTINGS.clusterDomain,
    form: 'domain',
  },
  dnsCapture: {
    title: 'Sidecars answer DNS',
    sentence: 'With it, apps can resolve the hosts of ServiceEntries that no DNS server knows.',
    kind: 'choice',
    options: onOff,
    fallback: 'as the MeshConfig says, else no',
  },
  knownNamespaces: {
    title: 'Namespaces of the cluster',
    sentence:
      'Those that it has beside the ones in your files. Where any are named, others count as missing.',
    kind: 'names',
    fallback: 'not said',
    form: 'namespace',
  },
  ingressGateway: {
    title: 'Ingress gateway installed',
    sentence:
      'The cluster has the gateway with the label istio: ingressgateway, though no file shows its pods.',
    kind: 'choice',
    options: onOff,
    fallback: 'yes',
  },
  suppress: {
    title: 'Problems not to tell of',
    sentence:
      'One a line, as istioctl analyze -S takes them: CODE, or CODE=Kind name.namespace, with * for any.',
    kind: 'lines',
    fallback: 'none',
  },
};

const visibility = (kind: string): Omit<SettingField, 'path'> => ({
  title: `${kind}s seen by`,
  sentence: `Namespaces that see a ${kind} without an exportTo of its own: names, . for its own, * for all.`,
  kind: 'names',
  fallback: 'all namespaces',
  form: 'visibility',
});

/** What of Istio's MeshConfig changes the answers here; the rest may stand in the file and is kept. */
const meshConfig: readonly SettingField[] = [
  {
    path: ['outboundTrafficPolicy', 'mode'],
    title: 'Undefined hosts',
    sentence: 'Whether sidecars let calls out to hosts without a Service or ServiceEntry.',
    kind: 'choice' as const,
    options: [
      { value: 'ALLOW_ANY', title: 'Let through (ALLOW_ANY)' },
      { value: 'REGISTRY_ONLY', title: 'Refuse (REGISTRY_ONLY)' },
    ],
    fallback: 'let through',
  },
  {
    path: ['trustDomain'],
    title: 'Trust domain',
    sentence: 'The first part of every workload’s identity, spiffe://DOMAIN/ns/….',
    kind: 'text' as const,
    fallback: 'the cluster domain',
    form: 'domain' as const,
  },
  { path: ['defaultServiceExportTo'], ...visibility('Service') },
  { path: ['defaultVirtualServiceExportTo'], ...visibility('VirtualService') },
  { path: ['defaultDestinationRuleExportTo'], ...visibility('DestinationRule') },
].map((field) => ({ ...field, path: ['meshConfig', ...field.path] }));

/** All settings that a form offers, in the order in which they read best. */
export const SETTING_FIELDS: readonly SettingField[] = [
  ...Object.entries(own).map(([key, field]) => ({ ...field, path: [key] })),
  ...meshConfig,
];

/** What the settings say of a field, as the text of an input; empty where nothing is said. */
export function settingText({ path, kind }: SettingField, settings: YamlMap): string {
  const value = valueAt(settings, path);
  if (kind === 'names') return asTexts(value).join(', ');
  if (kind === 'lines') return asTexts(value).join('\n');
  // The one setting that people write as a number is the version.
  if (typeof value === 'number') return versionFrom(value) ?? '';
  return typeof value === 'boolean' ? String(value) : (asText(value) ?? '');
}

/** The value to write for a text; undefined where it is to be left unsaid. */
export function settingValue({ kind, options }: SettingField, text: string): YamlValue | undefined {
  const parts = partsOf(kind, text);
  if (parts.length === 0) return undefined;
  if (kind === 'names' || kind === 'lines') return parts;
  const [word] = parts as [string];
  return options === onOff ? word === 'true' : word;
}

/** Why a text cannot stand there, in a sentence; null where it can. */
export function settingObjection({ kind, form }: SettingField, text: string): string | null {
  const wrong = partsOf(kind, text).find((part) => form !== undefined && !FORMS[form].test(part));
  if (wrong === undefined) return null;
  return form === 'domain'
    ? `“${wrong}” is no domain: labels of a-z, 0-9 and - with dots between them.`
    : `“${wrong}” is no namespace: a-z, 0-9 and - are allowed, up to 63 of them.`;
}

const LABEL = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
const FORMS = {
  namespace: new RegExp(`^${LABEL}$`),
  domain: new RegExp(`^${LABEL}(\\.${LABEL})*$`),
  visibility: new RegExp(`^([.*~]|${LABEL})$`),
};

const partsOf = (kind: SettingField['kind'], text: string): string[] =>
  (kind === 'names' ? text.split(/[\s,]+/) : kind === 'lines' ? text.split('\n') : [text])
    .map((part) => part.trim())
    .filter(Boolean);
