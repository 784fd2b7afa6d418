namespace KhuyenCong.Web.Spreadsheets;

/// <summary>The media type of an exported workbook.</summary>
public static class WorkbookType
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
