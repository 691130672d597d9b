(() => {
  'use strict';
  Redoc.init(
    JSON.parse(document.getElementById('contract').textContent),
    {
      expandResponses: '200,202',
      hideDownloadButtons: true,
      sanitize: true,
      scrollYOffset: 'nav',
      showExtensions: ['x-basis'],
      theme: {
        colors: {
          primary: { main: '#0550ae' },
          success: { main: '#116329' },
          error: { main: '#a40e26' },
          text: { primary: '#1b1f24', secondary: '#57606a' },
          responses: {
            success: { color: '#116329', backgroundColor: '#e6f4ea', tabTextColor: '#56d364' },
            error: { color: '#a40e26', backgroundColor: '#ffebe9', tabTextColor: '#ff8f87' },
          },
          http: { get: '#116329', post: '#0550ae' },
        },
        rightPanel: { backgroundColor: '#1b2530' },
        sidebar: { backgroundColor: '#f6f8fa', textColor: '#1b1f24' },
        typography: {
          fontFamily: 'system-ui, sans-serif',
          fontSize: '15px',
          links: { textDecoration: 'underline' },
          headings: { fontFamily: 'system-ui, sans-serif' },
          code: { fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace', color: '#a40e26', wrap: true },
        },
      },
    },
    document.getElementById('redoc'),
  );
})();
