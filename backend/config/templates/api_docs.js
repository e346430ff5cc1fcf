"use strict";

// To read, not to try out: the stock script carries a CSRF token, and making one writes a session for every reader.
SwaggerUIBundle({
  url: "{{ schema_url|escapejs }}",
  dom_id: "#swagger-ui",
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  supportedSubmitMethods: [],
  ...{{ settings|safe }},
});
