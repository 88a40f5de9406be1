"""Configuration of the site; ``python -m analysis site`` lays the sources out and runs Sphinx."""

project = "Korean Cinema by the Numbers"
html_title = project
author = "the makers of Korean Cinema by the Numbers"
language = "en"

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode"]
autodoc_typehints = "none"  # the docstrings give the types
autodoc_member_order = "bysource"
napoleon_google_docstring = False
myst_enable_extensions = ["colon_fence", "attrs_block"]
myst_heading_anchors = 3
exclude_patterns = ["generated"]

nb_execution_mode = "off"
nb_render_markdown_format = "myst"
nb_code_prompt_show = "Show the code"
nb_code_prompt_hide = "Hide the code"

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_copy_source = False
html_domain_indices = False
html_use_index = False
html_show_sourcelink = False
html_show_sphinx = False
html_show_copyright = False
_colors = {
    "color-brand-primary": "#a50d26",
    "color-brand-content": "#a50d26",
    "color-brand-visited": "#6b2d5c",
    "font-stack": "'Libre Franklin', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', "
    "'Noto Sans CJK KR', system-ui, sans-serif",
}
html_theme_options = {
    "light_css_variables": _colors,
    "dark_css_variables": {
        "color-brand-primary": "#ff8095",
        "color-brand-content": "#ff8095",
        "color-brand-visited": "#d9a5c9",
    },
    "top_of_page_buttons": [],
}
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
