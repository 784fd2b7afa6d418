namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Appraisals = new()
    {
        ["appraisal.own-dossier"] = "Bạn là người lập hồ sơ hoặc chủ cơ sở thụ hưởng nên không tự tổ chức thẩm định, kết luận hồ sơ này.",
        ["appraisal.appraiser-concludes"] = "Người thẩm định không đồng thời là người kết luận. Hãy để lãnh đạo khác kết luận.",
        ["appraisal.result-missing"] = "Chưa có kết quả thẩm định: hội đồng chưa ký kết luận hoặc người thẩm định chưa gửi ý kiến.",
        ["appraisal.result-differs"] = "Kết luận này khác kết quả của hội đồng thẩm định.",
        ["appraisal.double-support"] = "Còn trường hợp nghi hỗ trợ trùng chưa có kết luận, hoặc đã kết luận là trùng; chưa thể kết luận đạt.",
        ["appraisal.in-plan"] = "Đề án đang nằm trong {0} nên không hủy được kết luận thẩm định. Hãy đưa đề án ra khỏi kế hoạch trước.",
    };
}
