import type { RefObject } from 'react';
import { ADDABLE, addCommandId } from '../../commands/addable.ts';
import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { useCommand } from '../../commands/useCommand.ts';
import { MenuItem, MenuLine } from '../../controls/index.ts';
import MenuPopup from '../../controls/MenuPopup.tsx';
import { useSessionState } from '../../session.tsx';
import { canvasStore } from '../state/canvasState.ts';
import { meantNamespace } from '../view/meant.ts';
import { FixItems } from './FixItems.tsx';

/** What a menu was asked for at. */
export type Place = 'node' | 'line' | 'paper';

const LABELS: Record<Place, string> = { node: 'What stands here', line: 'This line', paper: 'Canvas' };

interface PlaceMenuProps {
  place: Place;
  /** The line, where that is the place. */
  line: string | null;
  point: DOMRect;
  /** Where the focus goes back to. */
  home: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** What can be done with a node, a line or the canvas itself. */
export default function PlaceMenu({ place, line, point, home, onClose }: PlaceMenuProps) {
  return (
    <MenuPopup
      label={LABELS[place]}
      anchor={{ getBoundingClientRect: () => point }}
      align="start"
      home={home}
      onClose={onClose}
    >
      {place === 'node' ? <NodeItems /> : place === 'line' ? <LineItems line={line} /> : <PaperItems />}
    </MenuPopup>
  );
}

function NodeItems() {
  const closed = useSessionState((state) => meantNamespace(state) !== null);
  return closed ? <NamespaceItems /> : <ResourceItems />;
}

function NamespaceItems() {
  return (
    <>
      <CommandMenuItem id="canvas.open-form" title="Open this namespace" />
      <CommandMenuItem id="canvas.hide-namespace" title="Hide this namespace" />
      <CommandMenuItem id="edit.refactor" />
      <MenuLine />
      <CommandMenuItem id="canvas.open-all" />
      <CommandMenuItem id="canvas.namespaces" title="Namespaces …" />
    </>
  );
}

function ResourceItems() {
  return (
    <>
      <FixItems />
      <CommandMenuItem id="canvas.open-form" title="Open in the form" />
      <CommandMenuItem id="send.here" title="Send a request here" />
      <CommandMenuItem id="send.why-not" title="Why does the request not come here?" />
      <CommandMenuItem id="canvas.connect" title="Connect to …" />
      <CommandMenuItem id="canvas.mirror" title="Mirror to …" />
      <CommandMenuItem id="canvas.rename" title="Rename" />
      <CommandMenuItem id="canvas.duplicate" title="Duplicate" />
      <CommandMenuItem id="edit.refactor" />
      <MenuLine />
      <CommandMenuItem id="canvas.focus" title="Focus on its ways, or show all" />
      <CommandMenuItem id="canvas.focus-1" title="Focus on what is one step away" />
      <CommandMenuItem id="canvas.hide-kind" title="Hide its kind" />
      <CommandMenuItem id="canvas.collapse" title="Collapse its namespace" />
      <CommandMenuItem id="canvas.hide-namespace" title="Hide its namespace" />
      <MenuLine />
      <AssumeItems />
      <CommandMenuItem id="canvas.add" title="Add beside it …" />
      <MenuLine />
      <CommandMenuItem id="canvas.delete" title="Delete" danger />
    </>
  );
}

/** What the files lack here; nothing where they lack nothing. */
function AssumeItems() {
  const [service, workload, namespace] = [
    useCommand('canvas.assume-service'),
    useCommand('canvas.assume-workload'),
    useCommand('canvas.assume-namespace'),
  ];
  if (![service, workload, namespace].some(({ enabled }) => enabled)) return null;
  return (
    <>
      {service.enabled && <CommandMenuItem id="canvas.assume-service" title="Assume this Service exists" />}
      {workload.enabled && (
        <CommandMenuItem id="canvas.assume-workload" title="Assume the workload it picks exists" />
      )}
      {namespace.enabled && (
        <CommandMenuItem id="canvas.assume-namespace" title="Assume this namespace exists" />
      )}
      <MenuLine />
    </>
  );
}

function LineItems({ line }: { line: string | null }) {
  return (
    <>
      <CommandMenuItem id="canvas.open-form" title="Open in the form" />
      <CommandMenuItem id="send.here" title="Send a request here" />
      <CommandMenuItem id="canvas.reconnect" title="Lead it elsewhere …" />
      <CommandMenuItem id="canvas.restart" title="Have it start elsewhere …" />
      <MenuItem title="Add on it …" onClick={() => canvasStore.set({ adding: { edge: line } })} />
      <MenuLine />
      <CommandMenuItem id="canvas.delete" title="Delete" danger />
    </>
  );
}

function PaperItems() {
  return (
    <>
      {ADDABLE.map((kind) => (
        <CommandMenuItem key={kind} id={addCommandId(kind)} />
      ))}
      <CommandMenuItem id="canvas.add" title="Add another kind …" />
      <MenuLine />
      <CommandMenuItem id="canvas.fit" title="Fit" />
      <CommandMenuItem id="canvas.tidy" title="Tidy" />
      <CommandMenuItem id="canvas.find" title="Find …" />
      <CommandMenuItem id="canvas.problems" title="Only problems, or all" />
      <CommandMenuItem id="canvas.collapse-all" />
      <CommandMenuItem id="canvas.namespaces" title="Namespaces …" />
      <CommandMenuItem id="canvas.show-all" title="Show all" />
      <CommandMenuItem id="canvas.outline" title="Outline" />
    </>
  );
}
