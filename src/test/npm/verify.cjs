// Verifies each pact by itself with Pact's Rust verifier: verify.cjs BASE-URL STATE-URL FILE...
const pact = require('@pact-foundation/pact-core').default;

const [baseUrl, stateUrl, ...files] = process.argv.slice(2);

(async () => {
  for (const file of files) {
    const kept = await pact
      .verifyPacts({
        provider: 'network-troubleshooting',
        providerBaseUrl: baseUrl,
        providerStatesSetupUrl: stateUrl,
        providerStatesSetupTeardown: true,
        pactUrls: [file],
        logLevel: 'error',
        // A body that is announced and never sent is waited for.
        timeout: 10000,
      })
      .then(() => true, () => false);
    console.log(`VERDICT ${kept ? 'kept' : 'broken'} ${file}`);
  }
})();
