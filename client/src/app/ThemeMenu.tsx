import { Moon, Sun, SunMoon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton, Menu } from '../ui/index.ts'
import { chooseTheme, currentTheme, THEMES, type Theme } from './theme.ts'

const ICONS = { system: SunMoon, light: Sun, dark: Moon } as const

export function ThemeMenu() {
  const { t } = useTranslation('common')
  const [theme, setTheme] = useState<Theme>(currentTheme)
  const choose = (next: Theme) => {
    chooseTheme(next)
    setTheme(next)
  }
  const items = THEMES.map((option) => {
    const Icon = ICONS[option]
    return {
      key: option,
      label: t(`theme.${option}`),
      icon: <Icon aria-hidden="true" />,
      checked: option === theme,
      onSelect: () => choose(option),
    }
  })
  const Icon = ICONS[theme]
  return (
    <Menu
      align="end"
      items={items}
      trigger={
        <IconButton label={t('theme.label')}>
          <Icon aria-hidden="true" />
        </IconButton>
      }
    />
  )
}
