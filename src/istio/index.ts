// What the room offers: resources out of documents, linked; hosts, labels, and references between resources.
export { MODELLED_KINDS } from './types.ts';
export type { ModelledKind, Resource, ResourceId, ResourceRef, ResourceSource } from './types.ts';
export { asLabels, asList, asMap, asNumber, asText, asTexts, member, valueAt } from './read.ts';
export { groupOf, isModelled, typeOf } from './groups.ts';
export { resourceName, resourcesOf } from './resources.ts';
export { DEFAULT_MESH_SETTINGS, meshSettings, namespaceOf } from './settings.ts';
export type { GivenSettings, MeshSettings } from './settings.ts';
export {
  isSettingsFile,
  SETTINGS_FILE,
  settingsFileOf,
  settingsIn,
  versionFrom,
  workspaceSettings,
  writtenSettings,
} from './settings-file.ts';
export { EXPECTATIONS, EXPECTATIONS_END, isExpectationsFile } from './expectations-file.ts';
export {
  folderOf,
  isElsewhere,
  isKustomization,
  mentionsIn,
  pathsIn,
  relativeFrom,
  resolved,
  writtenFrom,
} from './kustomization.ts';
export { patchFiles } from './patch-files.ts';
export { areBuiltApart, buildsOf } from './builds.ts';
export { isOwnFile, isScenarioFile, SCENARIO_END, SCENARIOS } from './own-files.ts';
export { SETTING_FIELDS, settingObjection, settingText, settingValue } from './setting-fields.ts';
export type { SettingField } from './setting-fields.ts';
export { ASSUMED_KINDS, readPath, writtenPath } from './assumed.ts';
export { codesIn, SUPPRESSING, suppressingAnnotation } from './suppressing.ts';
export { layeredGet, layeredWith } from './layered.ts';
export type { Layered } from './layered.ts';
export { onceEach, onceEachIn } from './once-each.ts';
export { isKnownNamespace } from './namespaces.ts';
export { emptyMesh, linkMesh } from './mesh.ts';
export type { Mesh, MeshView } from './mesh.ts';
export type { FileDocuments, MeshFile } from './mesh-file.ts';
export { meshChanges, touchedKeys } from './changes.ts';
export type { ResourceChange } from './changes.ts';
export { firstLabel, hostsOf, key, keysOf, POLICY_KINDS } from './keys.ts';
export type { MeshKey } from './keys.ts';
export { compareAge, comparePlace } from './age.ts';
export {
  compareSpecificity,
  hostMatches,
  hostSubsetOf,
  hostSuffixes,
  intersectHosts,
  isWildcard,
  resolveHost,
  serviceHost,
  serviceNamespace,
  serviceMeant,
  shortAliases,
} from './hosts.ts';
export { gatewaysOf, MESH_GATEWAY, resolveGateway } from './gateway-names.ts';
export {
  createdAt,
  isWorkload,
  labelsMatch,
  labelsPath,
  labelsText,
  selectorOf,
  specOf,
  workloadLabels,
} from './selectors.ts';
export type { Labels } from './selectors.ts';
export { namingFields, namingWithin } from './naming-fields.ts';
export type { NamingField } from './naming-fields.ts';
export { hostMention, hostMentions, mentionRenamed, serviceLabel } from './host-mentions.ts';
export type { HostMention } from './host-mentions.ts';
export { targetOf, targetRefsOf, targetsOf } from './targets.ts';
export type { Target } from './targets.ts';
export { references } from './references.ts';
export type { Reference } from './references.ts';
export { loadRegexes, regexesAtHand } from './regex.ts';
export type { Regexes, RegexReading } from './regex.ts';
// Fields: what each may hold, and words about it.
export * from './schema/index.ts';
