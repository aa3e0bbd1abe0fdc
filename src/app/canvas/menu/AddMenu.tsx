import { useRef, useState } from 'react';
import { MODELLED_KINDS } from '../../../istio/index.ts';
import { addCommandId } from '../../commands/addable.ts';
import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { MenuItem, MenuLine } from '../../controls/index.ts';
import MenuPopup from '../../controls/MenuPopup.tsx';
import { useSession, useSessionState } from '../../session.tsx';
import { addAt } from '../drop/meaning.ts';
import { CANVAS_ID, spotElementId } from '../state/focus.ts';
import { canvasStore } from '../state/canvasState.ts';

/** Every kind that can be added on a line, or beside what is selected: where the keyboard stands, by its first letters. */
export default function AddMenu({ edge: id }: { edge: string | null }) {
  const session = useSession();
  const [place] = useState(placeOf);
  const home = useRef(document.getElementById(CANVAS_ID));
  const edge = useSessionState(({ analysis }) => analysis.drawn.edges.find((one) => one.id === id) ?? null);
  return (
    <MenuPopup
      label={edge ? 'Add on this line' : 'Add beside what is selected'}
      anchor={{ getBoundingClientRect: () => place }}
      align="start"
      home={home}
      onClose={() => canvasStore.set({ adding: null })}
    >
      {MODELLED_KINDS.map((kind) =>
        edge ? (
          <MenuItem key={kind} title={kind} onClick={() => addAt(session, kind, { spot: null, edge })} />
        ) : (
          <CommandMenuItem key={kind} id={addCommandId(kind)} title={kind} />
        ),
      )}
      <MenuLine />
      <CommandMenuItem id="add.other" title="Ask for name and file…" />
    </MenuPopup>
  );
}

/** The node or row where the keyboard stands; else the middle of the canvas. */
function placeOf(): DOMRect {
  const { cursor } = canvasStore.get();
  const spot = cursor && document.getElementById(spotElementId(cursor.node, cursor.row));
  if (spot) return spot.getBoundingClientRect();
  const canvas = document.getElementById(CANVAS_ID)?.getBoundingClientRect() ?? new DOMRect();
  return new DOMRect(canvas.x + canvas.width / 2, canvas.y + canvas.height / 3);
}
