"""One document with all that documents have, as DOCX; its twins in other formats stand in ``twins``."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.importers.word.files import DOT, FIRST, SECOND, SPACES, p, related, word

TWINS = Path(__file__).parent / "twins"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" '
    'ContentType="image/png"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for part, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("footnotes", "footnotes"),
        )
    )
    + "</Types>"
)
_STYLES = f"""<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault>
</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr>
<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr>
<w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>"""
_NUMBERING = f"""<w:numbering {SPACES}><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>
<w:lvlText w:val="（%1）"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""
_FOOTNOTES = f"""<w:footnotes {SPACES}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p>
</w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p>
</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>沙袋以每只二十公斤计。</w:t></w:r></w:p>
</w:footnote></w:footnotes>"""
_BOX = f"""<w:p><w:r><w:pict><v:rect style="position:absolute;width:150pt;height:60pt;z-index:1"><v:textbox>
<w:txbxContent>{p("值班电话另行通知。")}</w:txbxContent></v:textbox></v:rect></w:pict></w:r><w:r><w:t>{SECOND}</w:t></w:r></w:p>"""
_PICTURE = """<w:p><w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="Picture"/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>
<pic:cNvPr id="1" name="dot.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="image"/><a:stretch>
<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>
</w:drawing></w:r></w:p>"""
_CENTRED = '<w:jc w:val="center"/>'
_CHANGED = 'w:id="9" w:author="甲" w:date="2021-03-01T00:00:00Z"'


def _field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return (
        f"{mark('begin')}<w:r><w:instrText> {code} </w:instrText></w:r>{mark('separate')}<w:r><w:t>{result}</w:t></w:r>"
        + mark("end")
    )


def _runs() -> str:
    """A paragraph with a link, a note, a tab, a break, and text that was put in, deleted and hidden."""
    t = "<w:r><w:t>{}</w:t></w:r>".format
    return (
        f"<w:p>{t('详见')}{_field('HYPERLINK &quot;http://www.example.com/&quot;', '区门户网站')}{t('，备足沙袋')}"
        f'<w:r><w:footnoteReference w:id="2"/></w:r><w:ins {_CHANGED}>{t("和救生衣")}</w:ins>'
        f"<w:del {_CHANGED}><w:r><w:delText>和木桩</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr>"
        f"<w:t>不予公开</w:t></w:r>{t('。')}<w:r><w:tab/><w:t>制表</w:t><w:br/><w:t>另起一行，𠮷。</w:t></w:r></w:p>"
    )


def _cell(text: str, properties: str = "", run: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{p(text, run=run)}</w:tc>'


def _table() -> str:
    span, bold = '<w:gridSpan w:val="2"/>', "<w:b/>"
    top, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        _cell("镇街", top, bold) + _cell("转移人数", span, bold),
        _cell("", below) + _cell("一季度") + _cell("二季度"),
        _cell("东镇") + _cell("120") + _cell("80"),
        _cell("西镇") + _cell("300") + _cell("95"),
    )
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr>{grid}'
        + "".join(f"<w:tr>{row}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def twin() -> bytes:
    """The document as DOCX."""
    number = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'.format
    body = (
        p("云汀区人民政府文件", _CENTRED, '<w:sz w:val="72"/>'),
        p("云府〔2021〕8号", _CENTRED),
        p("关于做好防汛工作的通知", _CENTRED, '<w:b/><w:sz w:val="44"/>'),
        p("各镇人民政府，区直各单位："),
        p("落实责任", '<w:pStyle w:val="H1"/>'),
        p(FIRST),
        p("分级负责", '<w:pStyle w:val="H2"/>'),
        p("镇长负总责。", number(0)),
        p("逐村包干。", number(1)),
        p("逐户告知。", number(1)),
        p("部门抓落实。", number(0)),
        p("备足物资", '<w:pStyle w:val="H1"/>'),
        _runs(),
        _table(),
        _BOX,
        _PICTURE,
        p("云汀区人民政府"),
        p("2021年3月2日"),
        p("抄送：区委办公室。"),
    )
    return word(
        "".join(body),
        {
            "[Content_Types].xml": _TYPES,
            "word/_rels/document.xml.rels": related(
                ("styles", "styles", "styles.xml"),
                ("numbering", "numbering", "numbering.xml"),
                ("notes", "footnotes", "footnotes.xml"),
                ("image", "image", "media/image.png"),
            ),
            "word/styles.xml": _STYLES,
            "word/numbering.xml": _NUMBERING,
            "word/footnotes.xml": _FOOTNOTES,
            "word/media/image.png": DOT,
        },
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(twin())
