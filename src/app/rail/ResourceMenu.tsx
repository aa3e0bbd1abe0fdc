import type { Resource } from '../../istio/index.ts';
import { showResourceWays } from '../canvas/view/showWays.ts';
import { panes } from '../commands/panes.ts';
import { deleteNamed } from '../commands/removing.ts';
import { MenuItem, MenuLine } from '../controls/index.ts';
import { showPane } from '../shell/layout/showPane.ts';
import { useSession } from '../session.tsx';
import { LackItems } from './LackItems.tsx';

/** What can be done with a resource. `onPress` selects it. */
export default function ResourceMenu({ resource, onPress }: { resource: Resource; onPress: () => void }) {
  const session = useSession();
  const { id } = resource;
  const openIn = (pane: 'form' | 'yaml') => {
    onPress();
    showPane(session, pane);
  };
  return (
    <>
      <MenuItem title="Open its form" onClick={() => openIn('form')} />
      <MenuItem title="Open its YAML" onClick={() => openIn('yaml')} />
      <MenuItem title="Show only its ways" onClick={() => showResourceWays(session, id)} />
      <MenuLine />
      <LackItems resource={resource} />
      <MenuItem title="Rename…" keys="F2" onClick={() => panes.shell?.openDialog('rename', id)} />
      <MenuItem title="Refactor…" onClick={() => panes.shell?.openDialog('refactor', id)} />
      <MenuItem
        title="Delete"
        keys="Del"
        danger
        onClick={() => deleteNamed(session, panes, { resource: id }, 'rail')}
      />
    </>
  );
}
