import type { ThemeConfig } from 'antd';

/** Large type and targets, and colours that keep 4.5 : 1 on white: many who work here are past sixty. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#0f4c52',
    colorLink: '#0f4c52',
    colorError: '#9b2c1d',
    colorWarning: '#96490f',
    colorWarningBg: '#fdf3e7',
    colorWarningBorder: '#e0b98d',
    colorSuccess: '#1c6b3a',
    colorText: '#17282b',
    colorTextSecondary: '#4b5d60',
    colorTextDescription: '#4b5d60',
    colorTextPlaceholder: '#66777a',
    colorBgLayout: '#f5f3ee',
    fontSize: 16,
    controlHeight: 40,
    borderRadius: 8,
    fontFamily:
      'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
    motion: false,
  },
  components: {
    Layout: { headerBg: '#0f4c52', headerColor: '#ffffff', siderBg: '#ffffff' },
    Menu: { itemHeight: 48, itemSelectedBg: '#e2edeb' },
    Descriptions: { labelColor: '#4b5d60' },
  },
};
