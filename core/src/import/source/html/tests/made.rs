//! What Word, WPS and offices' sites make. The words are invented, the boilerplate is theirs.

use super::read;
use crate::import::import_text;
use crate::text::items;

const WORD: &str = r#"Version:1.0
StartHTML:0000000211
EndHTML:0000041234
StartFragment:0000038111
EndFragment:0000041194
SourceURL:file:///C:/x.docx
<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<link rel=File-List href="file:///C:/Temp/clip_filelist.xml">
<!--[if gte mso 9]><xml>
 <w:WordDocument>
  <w:View>Normal</w:View>
  <w:PunctuationKerning/>
 </w:WordDocument>
</xml><![endif]--><!--[if gte mso 9]><xml>
 <w:LatentStyles DefLockedState="false"><w:LsdException Locked="false" Name="Normal"/></w:LatentStyles>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face
	{font-family:Wingdings;
	panose-1:5 0 0 0 0 0 0 0 0 0;
	mso-font-charset:2;}
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no;
	mso-style-qformat:yes;
	mso-style-parent:"";
	margin:0cm;
	text-align:justify;
	font-size:10.5pt;}
p.a, li.a, div.a
	{mso-style-name:小节;
	mso-style-unhide:no;
	mso-outline-level:2;
	font-size:16.0pt;}
@page WordSection1
	{size:595.3pt 841.9pt;}
div.WordSection1
	{page:WordSection1;}
@list l0
	{mso-list-id:1;
	mso-list-template-ids:1;}
@list l0:level1
	{mso-level-number-format:japanese-counting;
	mso-level-text:"%1、";}
-->
</style>
</head>
<body lang=ZH-CN style='tab-interval:21.0pt;word-wrap:break-word'>
<!--StartFragment-->

<p class=MsoTitle><span style='font-family:方正小标宋简体'>某某镇<span lang=EN-US>2023</span>年工作总结<span
lang=EN-US><o:p></o:p></span></span></p>

<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>

<p class=MsoNormal style='text-indent:32.0pt'><span style='font-size:16.0pt;
font-family:仿宋'>今年以来，全镇上下围绕年初定下的目标任务，一件事情接着一件事情办，
各项工作都有了新的进展。</span></p>

<p class=a style='margin-left:36.0pt;text-indent:-36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US style='mso-fareast-font-family:黑体;mso-bidi-font-family:黑体'><span
style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>主要做法<span
lang=EN-US><o:p></o:p></span></p>

<p class=MsoNormal><b><span style='mso-bidi-font-weight:normal'>一是</span></b>抓产业。建成基地<span
lang=EN-US>3</span>个，<del cite="mailto:x" datetime="2023-12-01T10:00">预计</del><ins
cite="mailto:x" datetime="2023-12-01T10:00">实现</ins>增收<span lang=EN-US>**</span>万元。</p>

<p class=MsoNormal><b>二是</b>抓民生。修路<span lang=EN-US>12.5</span>公里，群众普遍反映办事比过去方便了，村里的环境也比过去整洁了。</p>

<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:
l1 level1 lfo2'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings;
mso-fareast-font-family:Wingdings'><span style='mso-list:Ignore'>l<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>走访群众三百余户</p>

<p class=a style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span lang=EN-US><span
style='mso-list:Ignore'>二、<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span></span><!--[endif]-->存在不足</p>

<p class=MsoNormal>镇村两级干部分片包户，收集意见建议五十多条，已经办结的有四十六条。<!--[if gte vml 1]><v:shape
 id="x"><v:imagedata src="file:///C:/Temp/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img
width=10 height=10 src="file:///C:/Temp/clip_image001.png" v:shapes="x"><![endif]></p>

<table class=MsoTableGrid border=1 cellspacing=0 style='mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=276 valign=top style='border:solid windowtext 1.0pt'>
  <p class=MsoNormal>项目<span lang=EN-US><o:p></o:p></span></p>
  </td>
  <td width=276><p class=MsoNormal>完成</p></td>
 </tr>
 <tr><td><p class=MsoNormal>修路</p></td><td><p class=MsoNormal><span lang=EN-US>12.5</span>公里</p></td></tr>
</table>

<!--EndFragment-->
</body>
</html>
"#;

const WPS: &str = r#"<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type  content="text/html; charset=utf-8" ><meta name=Generator  content="Microsoft Word 14" ><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>某</o:Author></o:DocumentProperties></xml><![endif]--><style>
@font-face{
font-family:"仿宋";
}

@list l0:level1{
mso-level-number-format:chinese-counting;
mso-level-text:"%1、";}

p.MsoNormal{
mso-style-name:正文;
mso-style-parent:"";
margin:0pt;
}

h1{
mso-style-name:"标题 1";
mso-style-next:正文;
}

span.10{
font-family:'Times New Roman';
}
@page{mso-page-border-surround-header:no;}</style></head><body style="tab-interval:21pt;" ><!--StartFragment--><p class=MsoNormal  align=center  style="text-align:center;mso-outline-level:1;" ><b><span style="mso-spacerun:'yes';font-family:方正小标宋简体;font-size:22.0000pt;" ><font face="方正小标宋简体" >关于秸秆禁烧工作的情况报告</font></span></b><b><span style="mso-spacerun:'yes';" ><o:p></o:p></span></b></p><p class=MsoNormal ><span style="mso-spacerun:'yes';" >县政府：</span></p><p class=MsoNormal  style="text-indent:32.0000pt;" ><span style="mso-spacerun:'yes';" ><font face="仿宋" >现将我镇秸秆禁烧工作的有关情况报告如下，请予审阅。</font></span></p><h2 style="margin-left:0.0000pt;mso-list:l0 level1 lfo1;" ><![if !supportLists]><span style="font-family:黑体;" ><span style='mso-list:Ignore;' >一、</span></span><![endif]><span style="font-family:黑体;" ><font face="黑体" >基本情况</font></span></h2><p class=MsoNormal ><span style="mso-spacerun:'yes';" >全镇划分网格&nbsp;46&nbsp;个，镇村干部分片包户，逐户签订承诺书，做到家喻户晓、人人明白。</span></p><h2 style="mso-list:l0 level1 lfo1;" ><![if !supportLists]><span style='mso-list:Ignore;' >二、</span><![endif]><font face="黑体" >下一步打算</font></h2><p class=MsoNormal ><span>继续巡查到底，确保事事有回音、件件有着落，对今后的日子更有信心。</span></p><!--EndFragment--></body></html>"#;

const SITE: &str = r#"<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>某某镇2023年工作总结_某某县人民政府</title>
<script src="/js/jquery.min.js"></script><style>.TRS_Editor p{font-size:16px;font-weight:bold}</style></head>
<body>
<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/xw">新闻</a></li></ul></div>
<div class="con">
  <h1>某某镇2023年工作总结</h1>
  <div class="info"><span>发布日期：2023-12-29</span>  <span>来源：某某镇</span>
    <button onclick="print()">打印</button></div>
  <div class="TRS_Editor"><p style="text-align: justify;">&emsp;&emsp;今年以来，全镇上下围绕年初定下的目标任务，各项工作都有了新的进展。</p>
<p>　　<strong>一、主要做法</strong></p><p>　　（一）抓产业。建立了按月调度、按季通报的工作机制。<br/></p>
<p>　　<strong>二、存在不足</strong></p><p>　　群众普遍反映，办事比过去方便了，但是还有不少事情要做。</p><p><img src="a.jpg"/></p><p>图为群众在修路。</p>
<script>share("<p>x</p>");</script></div>
</div>
<div class="foot">版权所有 &copy; 某某镇</div>
</body></html>"#;

fn outline(text: &str) -> Vec<String> {
    let entries = import_text(text).outline.into_iter();
    entries.map(|e| e.text).collect()
}

#[test]
fn what_word_puts_on_the_clipboard() {
    let source = read(WORD);
    assert_eq!(
        source.text,
        "# 某某镇2023年工作总结\n\n\
         今年以来，全镇上下围绕年初定下的目标任务，一件事情接着一件事情办，各项工作都有了新的进展。\n\
         ### 一、主要做法\n\
         **一是**抓产业。建成基地3个，实现增收**万元。\n\
         **二是**抓民生。修路12.5公里，群众普遍反映办事比过去方便了，村里的环境也比过去整洁了。\n\
         - 走访群众三百余户\n\
         ### 二、存在不足\n\
         镇村两级干部分片包户，收集意见建议五十多条，已经办结的有四十六条。\n\
         | 项目 | 完成 |\n| --- | --- |\n| 修路 | 12.5公里 |"
    );
    assert_eq!(source.notes.len(), 2, "{:?}", source.notes);
    let imported = import_text(&source.text);
    assert_eq!(imported.report.title(), "某某镇2023年工作总结");
    assert_eq!(outline(&source.text), ["一、主要做法", "二、存在不足"]);
    let methods = &imported
        .report
        .sections
        .iter()
        .find(|s| s.text.contains("抓产业"))
        .unwrap()
        .text;
    assert_eq!(items::items(methods).len(), 2, "{methods}");
}

#[test]
fn what_wps_puts_on_the_clipboard() {
    let source = read(WPS);
    assert_eq!(
        source.text,
        "# 关于秸秆禁烧工作的情况报告\n县政府：\n现将我镇秸秆禁烧工作的有关情况报告如下，请予审阅。\n\
         ## 一、基本情况\n全镇划分网格\u{A0}46\u{A0}个，镇村干部分片包户，逐户签订承诺书，做到家喻户晓、人人明白。\n\
         ## 二、下一步打算\n继续巡查到底，确保事事有回音、件件有着落，对今后的日子更有信心。"
    );
    assert!(source.notes.is_empty());
    let imported = import_text(&source.text);
    assert_eq!(imported.report.title(), "关于秸秆禁烧工作的情况报告");
    assert_eq!(outline(&source.text), ["一、基本情况", "二、下一步打算"]);
}

#[test]
fn a_page_of_an_office_s_site() {
    let source = read(SITE);
    assert!(
        source.text.starts_with(
            "- 首页\n- 新闻\n# 某某镇2023年工作总结\n发布日期：2023-12-29 来源：某某镇\n"
        ),
        "{}",
        source.text
    );
    assert!(
        source.text.ends_with("图为群众在修路。\n版权所有 © 某某镇"),
        "{}",
        source.text
    );
    assert!(!source.text.contains("share") && !source.text.contains("打印"));
    assert_eq!(source.notes.len(), 1);
    assert_eq!(
        import_text(&source.text).report.title(),
        "某某镇2023年工作总结"
    );
    assert_eq!(
        outline(&source.text),
        ["一、主要做法", "（一）抓产业", "二、存在不足"]
    );
}
