import { describe, expect, it } from 'vitest'
import { findDanger } from '../../src/compiler/safe-svg.ts'

const NS = 'xmlns="http://www.w3.org/2000/svg"'
const drawing = (inner: string, attributes = '') => `<svg ${NS} ${attributes}>${inner}</svg>`

describe('a drawing', () => {
  it.each([
    ['plain shapes', drawing('<g fill="red"><path d="M0 0"/></g><text x="1">a &amp; b</text>')],
    ['a prologue', `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n${drawing('')}`],
    [
      'a doctype',
      `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${drawing('')}`,
    ],
    ['styles', drawing('<style>.a { fill: url(#g); }</style><rect class="a" style="fill:#fff"/>')],
    ['references into itself', drawing('<defs><path id="p" d="M0 0"/></defs><use href="#p"/>')],
    ['a picture within', drawing('<image href="data:image/png;base64,iVBORw0KGgo="/>')],
    [
      'the notes of a drawing program',
      drawing(
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><cc:Work rdf:about=""/></rdf:RDF></metadata>',
        'xmlns:cc="http://creativecommons.org/ns#"',
      ),
    ],
  ])('may hold %s', (_, svg) => {
    expect(findDanger(svg)).toBeUndefined()
  })

  it.each([
    ['a script', drawing('<script>x()</script>')],
    [
      'a script by another name',
      `<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>x()</s:script></s:svg>`,
    ],
    ['a script in another letter case', drawing('<SCRIPT>x()</SCRIPT>')],
    ['an event', drawing('<rect onclick="x()"/>')],
    ['an event after a line break', drawing('<rect\nfill="red"\nONLOAD = "x()"/>')],
    ['a page', drawing('<foreignObject><p/></foreignObject>')],
    ['elements of pages', `<svg ${NS}><h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x"/></svg>`],
    ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'],
    ['what changes attributes', drawing('<animate attributeName="href" values="javascript:x()"/>')],
    ['what sets attributes', drawing('<set attributeName="onload" to="x()"/>')],
    ['a link', drawing('<a href="javascript:x()"><text>a</text></a>')],
    ['a reference to elsewhere', drawing('<use href="https://other.example/a.svg#p"/>')],
    ['a reference by the old name', drawing('<use xlink:href="other.svg#p"/>')],
    ['a drawing within', drawing('<image href="data:image/svg+xml;base64,PHN2Zz4="/>')],
    ['a remote picture', drawing('<image href="https://other.example/a.png"/>')],
    ['a remote picture in numbers', drawing('<image href="&#104;ttps://other.example/a.png"/>')],
    ['a remote style', drawing('<style>@import "https://other.example/a.css";</style>')],
    ['a remote style in numbers', drawing('<rect style="fill:url&#40;//other.example&#41;"/>')],
    ['a remote style with escapes', drawing('<style>a{fill:u\\72l(//other.example)}</style>')],
    ['a hidden remote style', drawing('<style><![CDATA[a{fill:url(//other.example)}]]></style>')],
    ['a style sheet from elsewhere', `<?xml-stylesheet href="https://other.example/a.css"?>${drawing('')}`],
    ['entities of its own', `<!DOCTYPE svg [<!ENTITY x "y">]>${drawing('&x;')}`],
    ['an encoding that hides things', `<?xml version="1.0" encoding="ISO-2022-JP"?>${drawing('')}`],
    ['a base', drawing('<g xml:base="https://other.example/"/>')],
    ['no XML', '<svg xmlns=http://www.w3.org/2000/svg><p'],
  ])('does not pass with %s', (_, svg) => {
    expect(findDanger(svg)).toBeTypeOf('string')
  })
})
