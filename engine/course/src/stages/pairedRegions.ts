/** Organs that come in pairs and are limited together: whoever drew both sides gets one region more. */
export const PAIRED_REGIONS = [{ name: 'kidneys', label: 'Kidneys', parts: ['kidney-left', 'kidney-right'] }] as const;
