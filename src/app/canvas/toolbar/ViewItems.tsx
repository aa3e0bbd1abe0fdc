import { CommandMenuItem } from '../../commands/CommandMenuItem.tsx';
import { useCommand } from '../../commands/useCommand.ts';
import { MenuCheck, MenuLine } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { kindsIn } from '../../../topology/index.ts';
import { toggled } from '../view/commands.ts';
import { showView } from '../view/showView.ts';
import { kindWords } from '../view/words.ts';

/** What of the mesh can be drawn or left out. */
export default function ViewItems() {
  return (
    <>
      <CommandMenuItem id="canvas.show-all" />
      <Problems />
      <MenuLine />
      <CommandMenuItem id="canvas.host" title="Only the ways of a host …" />
      <CommandMenuItem id="canvas.focus" title="The ways of what is selected, or all" />
      <CommandMenuItem id="canvas.focus-1" title="Only what is within 1 step of it" />
      <CommandMenuItem id="canvas.focus-2" title="Only what is within 2 steps of it" />
      <CommandMenuItem id="canvas.focus-3" title="Only what is within 3 steps of it" />
      <MenuLine />
      <CommandMenuItem id="canvas.collapse" title="Collapse or open its namespace" />
      <CommandMenuItem id="canvas.collapse-all" />
      <CommandMenuItem id="canvas.open-all" />
      <CommandMenuItem id="canvas.namespaces" title="Namespaces …" />
      <MenuLine />
      <Kinds />
    </>
  );
}

function Problems() {
  const { run } = useCommand('canvas.problems');
  const only = useSessionState((state) => state.view.onlyProblems === true);
  return <MenuCheck title="Only what has problems" checked={only} onChange={run} />;
}

function Kinds() {
  const session = useSession();
  const topology = useSessionState((state) => state.analysis.topology);
  const hidden = useSessionState((state) => state.view.hiddenKinds);
  const kinds = new Set([...kindsIn(topology).keys(), ...hidden]);
  return [...kinds].map((kind) => (
    <MenuCheck
      key={kind}
      title={`Show ${kindWords(kind)}`}
      checked={!hidden.includes(kind)}
      onChange={() => showView(session, { hiddenKinds: toggled(hidden, kind) })}
    />
  ));
}
