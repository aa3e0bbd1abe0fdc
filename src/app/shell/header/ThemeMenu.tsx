import { Monitor, Moon, Sun } from 'lucide-react';
import type { Theme } from '../../../session/index.ts';
import { DropMenu, IconButton, MenuChoice } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';

const options: readonly { value: Theme; title: string }[] = [
  { value: 'system', title: 'As the system' },
  { value: 'light', title: 'Light' },
  { value: 'dark', title: 'Dark' },
];

const icons = { system: Monitor, light: Sun, dark: Moon };

export function ThemeMenu() {
  const session = useSession();
  const theme = useSessionState((state) => state.preferences.theme);
  const Icon = icons[theme];
  return (
    <DropMenu
      label="Theme"
      trigger={
        <IconButton framed label="Theme">
          <Icon size={15} aria-hidden />
        </IconButton>
      }
    >
      <MenuChoice
        label="Theme"
        value={theme}
        options={options}
        onChange={(next) => session.dispatch({ type: 'prefer', preferences: { theme: next } })}
      />
    </DropMenu>
  );
}
