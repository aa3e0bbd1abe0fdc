import { countsOf, problemsAbout, sameCounts } from '../../checks/index.ts';
import type { Resource } from '../../istio/index.ts';
import { showResourceWays } from '../canvas/view/showWays.ts';
import { panes } from '../commands/panes.ts';
import { deleteNamed } from '../commands/removing.ts';
import { KindGlyph, MenuItem, MenuLine, ProblemMark, type Stop } from '../controls/index.ts';
import { showPane } from '../shell/layout/showPane.ts';
import { useSession, useSessionState } from '../session.tsx';
import { lookOf } from '../../topology/index.ts';
import { LackItems } from './LackItems.tsx';
import { Row } from './Row.tsx';

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
  const session = useSession();
  const counts = useSessionState(
    ({ analysis }) => countsOf(problemsAbout(analysis.problems, resource.id)),
    sameCounts,
  );
  const { kind, namespace, name, source } = resource;
  const full = namespace === '' ? name : `${namespace}/${name}`;
  const openIn = (pane: 'form' | 'yaml') => {
    onPress();
    showPane(session, pane);
  };

  return (
    <Row
      stop={stop}
      sign={<KindGlyph kind={resource.type} size={15} />}
      name={name === '' ? '(no name)' : name}
      kind={lookOf(kind).words}
      title={`${kind} ${full} in ${source.file}${resource.stale ? '. Its YAML is broken: this is how it last could be read' : ''}`}
      kindShown={!resource.modelled}
      detail={withNamespace ? namespace : undefined}
      faded={resource.stale}
      current={current}
      onPress={onPress}
      mark={<ProblemMark {...counts} />}
      menu={
        <>
          <MenuItem title="Open its form" onClick={() => openIn('form')} />
          <MenuItem title="Open its YAML" onClick={() => openIn('yaml')} />
          <MenuItem title="Show only its ways" onClick={() => showResourceWays(session, resource.id)} />
          <MenuLine />
          <LackItems resource={resource} />
          <MenuItem
            title="Rename…"
            keys="F2"
            onClick={() => panes.shell?.openDialog('rename', resource.id)}
          />
          <MenuItem title="Refactor…" onClick={() => panes.shell?.openDialog('refactor', resource.id)} />
          <MenuItem
            title="Delete"
            keys="Del"
            danger
            onClick={() => deleteNamed(session, panes, { resource: resource.id }, 'rail')}
          />
        </>
      }
    />
  );
}
