namespace KhuyenCong.Web.Resources;

/// <summary>Audit events as Vietnamese sentences. docs/events.md lists the same kinds; a test compares both with the kinds used in code.</summary>
public static class AuditWords
{
    private static readonly Dictionary<string, string> Sentences = new()
    {
        ["account.created"] = "Cấp tài khoản",
        ["account.locked"] = "Khóa tài khoản",
        ["account.passkey-added"] = "Thêm khóa truy cập",
        ["account.passkey-removed"] = "Xóa khóa truy cập",
        ["account.password-changed"] = "Đổi mật khẩu",
        ["account.password-reset"] = "Cấp lại mật khẩu",
        ["account.recovery-codes-made"] = "Cấp bộ mã dự phòng mới",
        ["account.renamed"] = "Sửa họ tên của tài khoản",
        ["account.second-step-disabled"] = "Tắt mã xác thực hai bước",
        ["account.second-step-enabled"] = "Bật mã xác thực hai bước",
        ["account.unlocked"] = "Mở khóa tài khoản",
        ["amendment.moved"] = "Xử lý đề xuất sửa đổi",
        ["amendment.opened"] = "Mở đề xuất sửa đổi",
        ["audit.values-erased"] = "Xóa giá trị trong nhật ký theo yêu cầu",
        ["request.answered"] = "Trả lời yêu cầu về dữ liệu cá nhân",
        ["request.registered"] = "Ghi nhận yêu cầu về dữ liệu cá nhân",
        ["delegation.given"] = "Ủy quyền",
        ["delegation.revoked"] = "Rút ủy quyền",
        ["discrepancy.explained"] = "Giải trình mâu thuẫn số liệu",
        ["establishment.edited"] = "Sửa thông tin chung của cơ sở",
        ["establishment.imported"] = "Ghi nhận cơ sở từ tệp Excel",
        ["establishment.merge-undone"] = "Hoàn tác hợp nhất bản ghi",
        ["establishment.merged"] = "Hợp nhất bản ghi trùng",
        ["establishment.owner-linked"] = "Gắn tài khoản của cơ sở",
        ["establishment.part-added"] = "Bổ sung thông tin của cơ sở",
        ["establishment.part-changed"] = "Sửa một dòng thông tin của cơ sở",
        ["establishment.part-removed"] = "Bỏ một dòng nhập sai của cơ sở",
        ["establishment.personal-data-erased"] = "Xóa dữ liệu cá nhân của cơ sở theo yêu cầu",
        ["establishment.registered"] = "Ghi nhận cơ sở",
        ["indicator.entered"] = "Nhập giá trị chỉ số",
        ["rule.adoption-revoked"] = "Rút xác nhận áp dụng quy định",
        ["document.added"] = "Nhập văn bản",
        ["document.related"] = "Ghi quan hệ giữa các văn bản",
        ["rule.adopted"] = "Xác nhận áp dụng quy định cho tỉnh",
        ["law.seeded"] = "Nạp thư viện pháp lý kèm theo phần mềm",
        ["membership.ended"] = "Chấm dứt vai trò",
        ["membership.granted"] = "Trao vai trò",
        ["norm.amended"] = "Sửa đổi định mức",
        ["norm.entered"] = "Nhập định mức",
        ["organisation.closed"] = "Kết thúc hoạt động của tổ chức",
        ["organisation.duty-assigned"] = "Phân công nhiệm vụ",
        ["organisation.duty-ended"] = "Chấm dứt phân công nhiệm vụ",
        ["organisation.merged"] = "Sáp nhập tổ chức",
        ["organisation.opened"] = "Ghi nhận tổ chức",
        ["organisation.related"] = "Ghi quan hệ của tổ chức",
        ["organisation.relation-ended"] = "Chấm dứt quan hệ của tổ chức",
        ["organisation.renamed"] = "Đổi tên tổ chức",
        ["organisation.seeded"] = "Nạp danh mục tổ chức kèm theo phần mềm",
        ["petition.filed"] = "Gửi phản ánh, kiến nghị",
        ["petition.grouped"] = "Đưa phản ánh, kiến nghị vào đề xuất sửa đổi",
        ["petition.moved"] = "Xử lý phản ánh, kiến nghị",
        ["product.ended"] = "Đưa sản phẩm ra khỏi danh mục của tỉnh",
        ["product.listed"] = "Đưa sản phẩm vào danh mục của tỉnh",
        ["programme.amendment-opened"] = "Mở bản thảo sửa đổi chương trình",
        ["programme.draft-discarded"] = "Bỏ bản thảo chương trình",
        ["programme.draft-saved"] = "Lưu dự thảo chương trình",
        ["programme.opened"] = "Mở chương trình",
        ["programme.published"] = "Công khai chương trình",
        ["programme.version-drafted"] = "Soạn phiên bản chương trình",
        ["programme.version-published"] = "Ban hành phiên bản chương trình",
        ["outside.support-recorded"] = "Ghi hỗ trợ ngoài khuyến công",
        ["outside.support-withdrawn"] = "Bỏ dòng hỗ trợ ngoài khuyến công ghi nhầm",
        ["project.double-support-resolved"] = "Kết luận nghi hỗ trợ trùng",
        ["project.drafted"] = "Lập đề án",
        ["project.edited"] = "Sửa hồ sơ đề án",
        ["project.moved"] = "Chuyển bước đề án",
        ["project.paper-attached"] = "Kèm giấy tờ vào đề án",
        ["project.paper-removed"] = "Bỏ giấy tờ của đề án",
        ["result.evidence-attached"] = "Đính kèm minh chứng",
        ["result.evidence-removed"] = "Gỡ minh chứng",
        ["result.recorded"] = "Ghi nhận kết quả",
        ["result.withdrawn"] = "Rút kết quả",
        ["target.key-kind-changed"] = "Đổi cách nhận biết kết quả trùng",
        ["target.rounds-linked"] = "Gắn chỉ tiêu đếm số đợt",
        ["territory.name-entered"] = "Nhập tên trước đây của địa bàn",
        ["territory.seeded"] = "Nạp danh mục đơn vị hành chính kèm theo phần mềm",
    };

    private static readonly Dictionary<string, (string Name, string? Path)> Subjects = new()
    {
        ["Account"] = ("Tài khoản", "/tai-khoan/{0}"),
        ["AdministrativeUnitName"] = ("Tên địa bàn", null),
        ["AmendmentProposal"] = ("Đề xuất sửa đổi", "/de-xuat-sua-doi/{0}"),
        ["AuditEvent"] = ("Sự kiện nhật ký", "/nhat-ky?su-kien={0}"),
        ["DataRequest"] = ("Yêu cầu về dữ liệu cá nhân", "/yeu-cau-du-lieu/{0}"),
        ["Delegation"] = ("Ủy quyền", "/uy-quyen"),
        ["Discrepancy"] = ("Mâu thuẫn số liệu", null),
        ["Establishment"] = ("Cơ sở CNNT", "/co-so/{0}"),
        ["LegalDocument"] = ("Văn bản", "/van-ban/{0}"),
        ["LegalRule"] = ("Quy định", "/quy-dinh/{0}"),
        ["Membership"] = ("Vai trò", null),
        ["Organisation"] = ("Tổ chức", "/to-chuc/{0}"),
        ["OutsideSupport"] = ("Hỗ trợ ngoài khuyến công", "/de-an/ho-tro-khac?dong={0}"),
        ["Petition"] = ("Phản ánh, kiến nghị", "/kien-nghi/{0}"),
        ["Programme"] = ("Chương trình", "/chuong-trinh/{0}"),
        ["ProvincialProduct"] = ("Sản phẩm chủ lực, lợi thế", "/co-so/san-pham-cua-tinh"),
        ["Project"] = ("Đề án, nhiệm vụ", "/de-an/{0}"),
        ["Result"] = ("Kết quả", "/ket-qua/{0}"),
        ["Target"] = ("Chỉ tiêu", null),
        ["TerritoryPart"] = ("Địa bàn cũ", null),
    };

    /// <summary>Every kind of event, with its sentence.</summary>
    public static IReadOnlyDictionary<string, string> All => Sentences;

    public static IEnumerable<(string Kind, string Name)> AllSubjects => Subjects.Select(s => (s.Key, s.Value.Name));

    public static string Sentence(string kind) => Sentences.GetValueOrDefault(kind, "Thay đổi");

    public static string Subject(string kind) => Subjects.GetValueOrDefault(kind, (kind, null)).Name;

    /// <summary>The page of a record, where it has one.</summary>
    public static string? PathOf(string kind, Guid id) => Subjects.GetValueOrDefault(kind).Path is { } path ? string.Format(path, id) : null;
}
