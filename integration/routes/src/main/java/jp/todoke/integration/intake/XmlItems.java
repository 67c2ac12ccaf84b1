package jp.todoke.integration.intake;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import jp.todoke.contracts.Characters;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Elements of an XML file with their pointers. Unknown and repeated elements are findings, never overlooked. */
final class XmlItems {
    private static final ErrorHandler SILENT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    };

    private final Element element;
    private final String pointer;
    private final Findings findings;

    private XmlItems(Element element, String pointer, Findings findings) {
        this.element = element;
        this.pointer = pointer;
        this.findings = findings;
    }

    /** The root of the file; nothing when it is no XML, declares a DOCTYPE or has another root or namespace. */
    static @Nullable XmlItems root(byte[] xml, String file, Set<String> namespaces, String name, Findings findings) {
        try {
            // As characters, so that a declared encoding cannot turn the letters of a name into others.
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
            Document document = parser().parse(new InputSource(new StringReader(text)));
            if (document.getXmlEncoding() != null && !document.getXmlEncoding().equalsIgnoreCase("UTF-8")) {
                findings.add("/" + file, "ENCODING", file + " の文字コードは UTF-8 にし、XML宣言もそれに合わせてください。");
                return null;
            }
            if (hasInstruction(document)) {
                findings.add("/" + file, "NOT_ALLOWED", file + " に処理命令（<?…?>）は使えません。");
                return null;
            }
            Element root = document.getDocumentElement();
            String namespace = root.getNamespaceURI();
            if (namespace != null && namespaces.contains(namespace) && name.equals(root.getLocalName())) {
                return of(root, "/" + file, findings);
            }
            findings.add("/" + file, "UNKNOWN_FORM", "この手続の申請様式ではありません。");
        } catch (SAXException | IOException e) {
            findings.add("/" + file, "UNREADABLE", file + " をXMLとして読み取れません（DOCTYPE宣言は使えません）。");
        }
        return null;
    }

    /** An instruction between the letters of a name would be read over by one and acted on by another. */
    private static boolean hasInstruction(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE || hasInstruction(child)) {
                return true;
            }
        }
        return false;
    }

    static XmlItems of(Element element, String pointer, Findings findings) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attributes.item(i).getNamespaceURI())) {
                findings.add(pointer, "UNKNOWN_ITEM", "様式にない属性が含まれています。");
                break;
            }
        }
        return new XmlItems(element, pointer, findings);
    }

    /** No DOCTYPE, so no entity of any kind; nothing is ever fetched. */
    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(SILENT);
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser cannot be made safe", e);
        }
    }

    @Nullable
    String namespace() {
        return element.getNamespaceURI();
    }

    String pointer() {
        return pointer;
    }

    String pointer(String name) {
        return pointer + "/" + name;
    }

    /** Names every child that the form does not know. */
    void only(Set<String> known) {
        for (Element child : elements()) {
            if (!known.contains(child.getLocalName()) || !element.getNamespaceURI().equals(child.getNamespaceURI())) {
                // The name comes from outside: it goes into no pointer and no text.
                findings.add(pointer, "UNKNOWN_ITEM", "様式にない項目が含まれています。");
            }
        }
    }

    @Nullable
    XmlItems required(String name) {
        XmlItems item = optional(name);
        if (item == null) {
            findings.add(pointer(name), "REQUIRED", "必須項目です。値がありません。");
        }
        return item;
    }

    @Nullable
    XmlItems optional(String name) {
        List<Element> found = named(name);
        if (found.size() > 1) {
            findings.add(pointer(name), "REPEATED", "同じ項目が2回以上あります。");
        }
        return found.isEmpty() ? null : of(found.getFirst(), pointer(name), findings);
    }

    /** The children of this name; the pointer of the n-th ends with its index from 0. */
    List<XmlItems> each(String name) {
        List<XmlItems> items = new ArrayList<>();
        List<Element> found = named(name);
        for (int i = 0; i < found.size(); i++) {
            items.add(of(found.get(i), pointer(Integer.toString(i)), findings));
        }
        return items;
    }

    boolean has(String name) {
        return !named(name).isEmpty();
    }

    /** The text of a child without blanks around it; absent and empty are findings. */
    @Nullable
    String text(String name) {
        XmlItems item = required(name);
        if (item == null) {
            return null;
        }
        String text = item.element.getTextContent().strip();
        if (text.isEmpty()) {
            findings.add(item.pointer, "REQUIRED", "必須項目です。値がありません。");
            return null;
        }
        if (!item.isPlain()) {
            findings.add(item.pointer, "INVALID", "この項目には文字だけを入れてください。");
            return null;
        }
        if (!Characters.isLine(text)) {
            findings.add(item.pointer, "CHARACTER", "使用できない文字（制御文字、表示の向きを変える文字、私用領域の外字など）が含まれています。");
            return null;
        }
        return text;
    }

    /** Nothing but text: readers differ in what they make of a name with a comment in it. */
    private boolean isPlain() {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!(child instanceof Text)) {
                return false;
            }
        }
        return true;
    }

    private List<Element> named(String name) {
        return elements().stream().filter(child -> name.equals(child.getLocalName())).toList();
    }

    private List<Element> elements() {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                children.add(found);
            }
        }
        return children;
    }
}
