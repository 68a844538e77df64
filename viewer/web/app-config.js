/**
 * The configuration of OHIF with Graywise: what a hospital copies into its own app-config.js.
 *
 * A plugin that is missing or broken must not blank the viewer, so each is loaded by itself; what fails is named in the console and left out.
 */
(() => {
  const graywise = { dicomwebRoot: '/dicomweb', pipelinesBaseUrl: '/plugins/pipelines' };
  const extensionUrls = ['/plugins/core.mjs', '/plugins/dosimetry.mjs', '/plugins/planning.mjs'];
  const modeUrls = ['/plugins/verify-cycle.mjs', '/plugins/plan-cycle.mjs'];

  const viewer = {
    name: 'graywise',
    routerBasename: null,
    showStudyList: true,
    customizationService: {},
    investigationalUseDialog: { option: 'never' },
    maxNumberOfWebWorkers: 3,
    showWarningMessageForCrossOrigin: false,
    showCPUFallbackMessage: false,
    showLoadingIndicator: true,
    strictZSpacingForVolumeViewport: true,
    groupEnabledModesFirst: true,
    allowMultiSelectExport: false,
    maxNumRequests: { interaction: 100, thumbnail: 5, prefetch: 25 },
    showErrorDetails: 'always',
    defaultDataSourceName: 'graywise',
    dataSources: [
      {
        namespace: '@ohif/extension-default.dataSourcesModule.dicomweb',
        sourceName: 'graywise',
        configuration: {
          friendlyName: 'Graywise archive',
          name: 'graywise',
          wadoUriRoot: graywise.dicomwebRoot,
          qidoRoot: graywise.dicomwebRoot,
          wadoRoot: graywise.dicomwebRoot,
          qidoSupportsIncludeField: true,
          supportsReject: false,
          supportsStow: true,
          supportsFuzzyMatching: false,
          supportsWildcard: true,
          imageRendering: 'wadors',
          thumbnailRendering: 'wadors',
          enableStudyLazyLoad: true,
          dicomUploadEnabled: true,
          omitQuotationForMultipartRequest: true,
          bulkDataURI: { enabled: true },
        },
      },
    ],
    graywise,
  };

  window.config = async ({ peerImport }) => {
    const load = async url => {
      try {
        return await peerImport(url);
      } catch (error) {
        console.error(`Graywise: ${url} could not be loaded and is left out.`, error);
        return null;
      }
    };
    const loadAll = async urls => (await Promise.all(urls.map(load))).filter(plugin => plugin?.id !== undefined);
    return { ...viewer, extensions: await loadAll(extensionUrls), modes: await loadAll(modeUrls) };
  };
  window.config.graywise = graywise;
})();
