import {
  asLabels,
  asList,
  key,
  labelsMatch,
  member,
  namespaceOf,
  selectorOf,
  specOf,
  workloadLabels,
  type Labels,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';

/** The labels of each workload or endpoint behind a Service or ServiceEntry, as far as the files hold them. */
export function podsBehind(mesh: MeshView, definers: readonly Resource[]): readonly Labels[] {
  return definers.flatMap((definer) => {
    const inline = asList(member(specOf(definer), 'endpoints')).map((each) =>
      asLabels(member(each, 'labels')),
    );
    const selector = selectorOf(definer);
    const [first] = Object.entries(selector ?? {});
    if (!selector || !first) return inline;
    const picked = mesh
      .find(key.labelled(namespaceOf(definer, mesh.settings), ...first))
      .map((workload) => workloadLabels(workload) ?? {})
      .filter((labels) => labelsMatch(selector, labels));
    return [...inline, ...picked];
  });
}
