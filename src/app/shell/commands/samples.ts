import { SAMPLES } from '../../../session/index.ts';
import type { Command } from '../../commands/command.ts';
import { openSample, resetToSample } from '../samples/openSample.ts';

export const sampleCommands: Command[] = [
  {
    id: 'sample.list',
    title: 'Samples…',
    group: 'Samples',
    run: ({ panes }) => panes.shell?.openDialog('samples'),
  },
  {
    id: 'sample.reset',
    title: 'Reset to the sample',
    group: 'Samples',
    run: ({ session }) => resetToSample(session),
  },
  ...SAMPLES.map(({ id, title }): Command => ({
    id: `sample.open-${id}`,
    title: `Sample: ${title}`,
    group: 'Samples',
    run: ({ session }) => openSample(session, id),
  })),
];
