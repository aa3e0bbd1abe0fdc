import {
  asTexts,
  asText,
  member,
  namespaceOf,
  onceEachIn,
  specOf,
  valueAt,
  type MeshSettings,
  type Resource,
} from '../istio/index.ts';

const MESH_DEFAULTS: Readonly<Record<string, string>> = {
  Service: 'defaultServiceExportTo',
  ServiceEntry: 'defaultServiceExportTo',
  VirtualService: 'defaultVirtualServiceExportTo',
  DestinationRule: 'defaultDestinationRuleExportTo',
};

/** `exportTo` as written, `.` and the own name made one; empty where none is written. */
export const writtenExportTo = onceEachIn((resource: Resource, settings: MeshSettings): readonly string[] => {
  const own = namespaceOf(resource, settings);
  const written =
    resource.type === 'Service'
      ? (asText(valueAt(resource.value, ['metadata', 'annotations', 'networking.istio.io/exportTo'])) ?? '')
          .split(',')
          .map((namespace) => namespace.trim())
          .filter(Boolean)
      : asTexts(member(specOf(resource), 'exportTo'));
  return [...new Set(written.map((namespace) => (namespace === '.' ? own : namespace)))];
});

/** The namespaces that see a resource: `*` for all, `~` for none; the mesh's default where it says nothing itself. */
export const exportTo = onceEachIn((resource: Resource, settings: MeshSettings): readonly string[] => {
  const written = writtenExportTo(resource, settings);
  if (written.length) return written;
  const fallback = asTexts(member(settings.meshConfig, MESH_DEFAULTS[resource.type] ?? ''));
  const own = namespaceOf(resource, settings);
  return fallback.length ? fallback.map((namespace) => (namespace === '.' ? own : namespace)) : ['*'];
});

/** Whether proxies in `namespace` see the resource; null asks whether any can. `*` outweighs `~`, as in istiod. */
export function isVisible(resource: Resource, namespace: string | null, settings: MeshSettings): boolean {
  const to = exportTo(resource, settings);
  if (to.includes('*')) return true;
  if (to.includes('~')) return false;
  return namespace === null || to.includes(namespace);
}
