import { countsOf, problemsAbout, sameCounts } from '../../checks/index.ts';
import type { Resource } from '../../istio/index.ts';
import { lazy } from 'react';
import { KindGlyph, ProblemMark, type Stop } from '../controls/index.ts';
import { useSessionState } from '../session.tsx';
import { lookOf } from '../../topology/index.ts';
import { Row } from './Row.tsx';

// Comes with the first menu, as its parts do.
const ResourceMenu = lazy(() => import('./ResourceMenu.tsx'));

interface ResourceRowProps {
  resource: Resource;
  stop: Stop;
  current: boolean;
  /** Where there is more than one namespace, the row names its own. */
  withNamespace: boolean;
  onPress: () => void;
}

/** One resource, with how many problems it has. */
export function ResourceRow(props: ResourceRowProps) {
  const { resource, stop, current, withNamespace, onPress } = props;
  const counts = useSessionState(
    ({ analysis }) => countsOf(problemsAbout(analysis.problems, resource.id)),
    sameCounts,
  );
  const { kind, namespace, name, source } = resource;
  const full = namespace === '' ? name : `${namespace}/${name}`;
  // Each overlay has its own patch of one resource.
  const detail = resource.patch ? source.file.split('/').slice(-3, -1).join('/') : namespace;

  return (
    <Row
      stop={stop}
      sign={<KindGlyph kind={resource.type} size={15} />}
      name={name === '' ? '(no name)' : name}
      kind={lookOf(kind).words}
      title={`${resource.patch ? 'Patch of ' : ''}${kind} ${full} in ${source.file}${resource.stale ? '. Its YAML is broken: this is how it last could be read' : ''}`}
      kindShown={!resource.modelled}
      detail={withNamespace || resource.patch ? detail : undefined}
      faded={resource.stale}
      current={current}
      onPress={onPress}
      mark={<ProblemMark {...counts} />}
      menu={<ResourceMenu resource={resource} onPress={onPress} />}
    />
  );
}
